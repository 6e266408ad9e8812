package io.github.xunbang.metric.internal;

import io.github.xunbang.metric.Formula.Ratio;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.Metric.Kind;
import io.github.xunbang.metric.Metric.RollUp;
import io.github.xunbang.metric.Metric.Source;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what follows 指标 新增: {@code 电话量(电话,拨打) 个 0-500 越低越好 拨通并说上话才算}, or a derived metric: {@code
 * 转化率 = 签单 / 意向}.
 */
final class MetricLine {

  private static final String NAME = "(?<name>[^\\s(（=＝]+)\\s*(?:[(（](?<aliases>[^)）]*)[)）])?";
  private static final Pattern REPORTED =
      Pattern.compile(NAME + "\\s+(?<unit>[^\\s=＝]+)(?:\\s+(?<rest>.+))?", Pattern.DOTALL);
  private static final Pattern DERIVED =
      Pattern.compile(NAME + "\\s*[=＝]\\s*(?<rest>.+)", Pattern.DOTALL);
  private static final Pattern SEPARATOR = Pattern.compile("[,，、\\s]+");
  private static final Set<String> MONEY = Set.of("元", "块", "块钱");
  private static final Set<String> PERCENT = Set.of("%", "％", "百分比");
  private static final Set<String> MEASURES =
      Set.of("小时", "分钟", "公里", "米", "平", "平方", "平米", "斤", "公斤", "吨");
  private static final BigDecimal HUNDRED = new BigDecimal(100);

  private MetricLine() {}

  /**
   * The metric described, without id; empty when the line has another shape.
   *
   * @param metrics finds the parts of a formula
   * @param today business day from which a source other than reports holds
   */
  static Optional<Metric> parse(
      String typed, Function<String, Optional<Metric>> metrics, LocalDate today) {
    String line = typed.strip();
    Matcher derived = DERIVED.matcher(line);
    if (derived.matches()) {
      return Optional.of(derived(derived, metrics, today));
    }
    Matcher reported = REPORTED.matcher(line);
    return reported.matches() ? Optional.of(reported(reported, today)) : Optional.empty();
  }

  private static Metric derived(
      Matcher line, Function<String, Optional<Metric>> metrics, LocalDate today) {
    FormulaLine.Read read = FormulaLine.read(line.group("rest"), metrics);
    MetricDraft draft = draft(line);
    boolean share = read.formula() instanceof Ratio;
    draft.formula = read.formula();
    draft.source = Source.DERIVED;
    draft.kind = share ? Kind.RATIO : Kind.NUMBER;
    draft.rollUp = share ? RollUp.AVG : RollUp.SUM;
    draft.unit = share ? "%" : "分";
    MetricOptions.read(line.group("rest").substring(read.end()), draft, today);
    return draft.metric();
  }

  private static Metric reported(Matcher line, LocalDate today) {
    String unit = line.group("unit");
    MetricDraft draft = draft(line);
    draft.kind = kind(unit);
    draft.unit = MONEY.contains(unit) ? "元" : PERCENT.contains(unit) ? "%" : unit;
    draft.rollUp = draft.kind == Kind.RATIO ? RollUp.AVG : RollUp.SUM;
    draft.min = BigDecimal.ZERO;
    draft.max =
        switch (draft.kind) {
          case AMOUNT -> DefaultMetrics.MAX_AMOUNT;
          case RATIO -> HUNDRED;
          case COUNT, NUMBER -> DefaultMetrics.MAX_COUNT;
        };
    if (line.group("rest") != null) {
      MetricOptions.read(line.group("rest"), draft, today);
    }
    return draft.metric();
  }

  private static MetricDraft draft(Matcher line) {
    MetricDraft draft = new MetricDraft();
    draft.name = line.group("name");
    draft.aliases = aliases(line.group("aliases"));
    return draft;
  }

  private static Kind kind(String unit) {
    if (MONEY.contains(unit)) {
      return Kind.AMOUNT;
    }
    if (PERCENT.contains(unit)) {
      return Kind.RATIO;
    }
    return MEASURES.contains(unit) ? Kind.NUMBER : Kind.COUNT;
  }

  /** The aliases listed, at most eight. */
  static List<String> aliases(@Nullable String typed) {
    return typed == null
        ? List.of()
        : Stream.of(SEPARATOR.split(typed)).filter(word -> !word.isEmpty()).limit(8).toList();
  }
}

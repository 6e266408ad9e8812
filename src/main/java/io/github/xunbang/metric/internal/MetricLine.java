package io.github.xunbang.metric.internal;

import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.Metric.Kind;
import io.github.xunbang.metric.Metric.RollUp;
import io.github.xunbang.metric.Metric.Source;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what follows 指标 新增: {@code 电话量(电话,拨打) 个 0-500 拨通并说上话才算}. */
final class MetricLine {

  private static final Pattern LINE =
      Pattern.compile(
          "(?<name>[^\\s(（]+)\\s*(?:[(（](?<aliases>[^)）]*)[)）])?\\s+(?<unit>[^\\s]+)"
              + "(?:\\s+(?<min>\\d{1,9}(?:\\.\\d{1,2})?)\\s*[-~～—至到]\\s*"
              + "(?<max>\\d{1,9}(?:\\.\\d{1,2})?)(?<wan>万)?(?=\\s|$))?"
              + "(?:\\s+(?<definition>.+))?",
          Pattern.DOTALL);
  private static final Pattern SEPARATOR = Pattern.compile("[,，、\\s]+");
  private static final Set<String> MONEY = Set.of("元", "块", "块钱");
  private static final Set<String> MEASURES =
      Set.of("小时", "分钟", "公里", "米", "平", "平方", "平米", "斤", "公斤", "吨");
  private static final BigDecimal WAN = new BigDecimal(10_000);
  private static final int MAX_DEFINITION = 100;

  private MetricLine() {}

  /** The metric described, without id; empty when the line has another shape. */
  static Optional<Metric> parse(String typed) {
    Matcher line = LINE.matcher(typed.strip());
    return line.matches() ? Optional.of(metric(line)) : Optional.empty();
  }

  private static Metric metric(Matcher line) {
    String unit = line.group("unit");
    Kind kind = kind(unit);
    return new Metric(
        "",
        line.group("name"),
        aliases(line.group("aliases")),
        MONEY.contains(unit) ? "元" : unit,
        kind,
        RollUp.SUM,
        line.group("min") == null ? BigDecimal.ZERO : new BigDecimal(line.group("min")),
        max(line, kind),
        definition(line.group("definition")),
        Source.REPORT,
        true);
  }

  private static Kind kind(String unit) {
    if (MONEY.contains(unit)) {
      return Kind.AMOUNT;
    }
    return MEASURES.contains(unit) ? Kind.NUMBER : Kind.COUNT;
  }

  private static BigDecimal max(Matcher line, Kind kind) {
    if (line.group("max") == null) {
      return kind == Kind.AMOUNT ? DefaultMetrics.MAX_AMOUNT : DefaultMetrics.MAX_COUNT;
    }
    BigDecimal max = new BigDecimal(line.group("max"));
    return line.group("wan") == null ? max : max.multiply(WAN);
  }

  private static List<String> aliases(@Nullable String typed) {
    return typed == null
        ? List.of()
        : Stream.of(SEPARATOR.split(typed)).filter(word -> !word.isEmpty()).limit(8).toList();
  }

  private static String definition(@Nullable String typed) {
    if (typed == null) {
      return "";
    }
    String text = typed.strip().replaceAll("\\s+", " ").replaceFirst("^(定义|说明)[:： ]?", "");
    return text.length() <= MAX_DEFINITION ? text : text.substring(0, MAX_DEFINITION);
  }
}

package io.github.xunbang.metric.internal;

import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.command.TypedText;
import io.github.xunbang.metric.Metric.Direction;
import io.github.xunbang.metric.Metric.Kind;
import io.github.xunbang.metric.Metric.RollUp;
import io.github.xunbang.metric.Metric.UnitValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the options of a metric in free order into a draft: range, direction, roll-up, jobs, unit
 * value; what is none of these is the definition and ends the line.
 */
final class MetricOptions {

  private static final String NUMBER = "(\\d{1,9}(?:\\.\\d{1,4})?)\\s*(万)?";
  private static final Pattern RANGE =
      Pattern.compile(NUMBER + "\\s*[-~至到]\\s*" + NUMBER + "\\s*(?:元|%)?(?=\\s|$)");
  private static final Pattern WORD = Pattern.compile("(\\p{IsHan}{2,4})(?=\\s|$)");
  private static final Pattern POSITIONS = Pattern.compile("岗位[:\\s]*(\\S+)");
  private static final Pattern SOURCE = Pattern.compile("来源[:\\s]*(\\S+)");
  private static final Pattern DEFINITION =
      Pattern.compile("(?:(?:定义|说明)[:\\s]*)?(.+)", Pattern.DOTALL);
  private static final Pattern SEPARATOR = Pattern.compile("[,，、/]+");
  private static final BigDecimal WAN = new BigDecimal(10_000);
  private static final int MAX_DEFINITION = 100;
  private static final int MAX_POSITIONS = 20;

  private static final Map<String, Direction> DIRECTIONS =
      Map.of(
          "越低越好", Direction.LOWER,
          "越少越好", Direction.LOWER,
          "越小越好", Direction.LOWER,
          "越高越好", Direction.HIGHER,
          "越多越好", Direction.HIGHER,
          "越大越好", Direction.HIGHER);
  private static final Map<String, RollUp> ROLL_UPS =
      Map.of(
          "合计", RollUp.SUM,
          "累加", RollUp.SUM,
          "期末", RollUp.LAST,
          "最大", RollUp.MAX,
          "最高", RollUp.MAX,
          "平均", RollUp.AVG);
  private static final Map<String, UnitValue> UNIT_VALUES =
      Map.of(
          "门店自报", UnitValue.OWN,
          "门店合计", UnitValue.MEMBERS,
          "门店两者", UnitValue.BOTH);

  private final MetricDraft draft;
  private final boolean derived;
  private final LocalDate first;

  private MetricOptions(MetricDraft draft, LocalDate first) {
    this.draft = draft;
    this.first = first;
    this.derived = draft.formula != null;
  }

  /**
   * Reads {@code typed} into {@code draft}.
   *
   * @param first the first business day on which a new source holds
   * @throws CommandRejectedException for an option that this metric cannot have
   */
  static void read(String typed, MetricDraft draft, LocalDate first) {
    new MetricOptions(draft, first).read(typed);
    MetricSources.check(draft);
  }

  /** Sets the range if {@code typed} is one as a whole. */
  static boolean readRange(String typed, MetricDraft draft) {
    Matcher range = RANGE.matcher(TypedText.normalize(typed.strip()));
    if (!range.matches()) {
      return false;
    }
    new MetricOptions(draft, LocalDate.EPOCH).range(range);
    return true;
  }

  /** The jobs listed; 所有人 means no restriction. */
  static List<String> positions(String typed) {
    List<String> words =
        Stream.of(SEPARATOR.split(typed.strip()))
            .map(String::strip)
            .filter(word -> !word.isEmpty())
            .distinct()
            .limit(MAX_POSITIONS)
            .toList();
    if (words.stream().anyMatch(word -> word.length() > 10)) {
      throw new CommandRejectedException("岗位名最多10个字，几个岗位用逗号隔开。例如：指标 岗位 意向 电话营销员,业务员");
    }
    return words.stream().anyMatch(List.of("所有人", "全部", "全员", "不限")::contains) ? List.of() : words;
  }

  /** A definition as it is kept. */
  static String definition(String typed) {
    String text = typed.strip().replaceAll("\\s+", " ");
    return text.length() <= MAX_DEFINITION ? text : text.substring(0, MAX_DEFINITION);
  }

  private void read(String typed) {
    String rest = typed.strip();
    while (!rest.isEmpty()) {
      rest = rest.substring(readOne(rest)).strip();
    }
  }

  /** How many chars the option at the start takes. */
  private int readOne(String rest) {
    String text = TypedText.normalize(rest);
    Matcher range = RANGE.matcher(text);
    if (range.lookingAt()) {
      range(range);
      return range.end();
    }
    Matcher word = WORD.matcher(text);
    if (word.lookingAt() && isOption(word.group(1))) {
      return word.end();
    }
    Matcher positions = POSITIONS.matcher(text);
    if (positions.lookingAt()) {
      draft.positions = positions(rest.substring(positions.start(1), positions.end(1)));
      return positions.end();
    }
    Matcher source = SOURCE.matcher(text);
    if (source.lookingAt()) {
      source(source.group(1));
      return source.end();
    }
    Matcher definition = DEFINITION.matcher(text);
    if (definition.matches()) {
      draft.definition = definition(rest.substring(definition.start(1)));
    }
    return rest.length();
  }

  private boolean isOption(String word) {
    if (DIRECTIONS.containsKey(word)) {
      draft.direction = DIRECTIONS.get(word);
      return true;
    }
    if (ROLL_UPS.containsKey(word)) {
      refuseForDerived();
      draft.rollUp = ROLL_UPS.get(word);
      if (draft.kind == Kind.RATIO && draft.rollUp == RollUp.SUM) {
        throw new CommandRejectedException("比率不能相加，请写“平均”或“期末”。例如：指标 新增 费用率 % 越低越好 期末");
      }
      return true;
    }
    if (UNIT_VALUES.containsKey(word)) {
      refuseForDerived();
      draft.unitValue = UNIT_VALUES.get(word);
      return true;
    }
    return false;
  }

  private void range(Matcher range) {
    refuseForDerived();
    BigDecimal max = number(range.group(3), range.group(4) != null);
    // 1-5万 means both in 万 unless the first is plainly 元 already.
    BigDecimal plainMin = number(range.group(1), range.group(2) != null);
    BigDecimal scaledMin = number(range.group(1), range.group(4) != null || range.group(2) != null);
    draft.min = scaledMin.compareTo(max) < 0 ? scaledMin : plainMin;
    draft.max = max;
    if (draft.min.compareTo(max) >= 0) {
      throw new CommandRejectedException("范围的后一个数要比前一个大。请这样写：指标 新增 电话量 个 0-500");
    }
  }

  private void source(String word) {
    if (derived) {
      throw new CommandRejectedException(
          "“%s”是算出来的，来源跟着组成它的指标走，不用写。请这样写：指标 新增 转化率 = 签单 / 意向".formatted(draft.name));
    }
    MetricSources.read(word, draft, first);
  }

  private void refuseForDerived() {
    if (derived) {
      throw new CommandRejectedException(
          "“%s”是算出来的，范围、汇总方式和门店口径跟着组成它的指标走，不用写。请这样写：指标 新增 转化率 = 签单 / 意向".formatted(draft.name));
    }
  }

  private static BigDecimal number(String digits, boolean wan) {
    BigDecimal number = new BigDecimal(digits);
    return wan ? number.multiply(WAN) : number;
  }
}

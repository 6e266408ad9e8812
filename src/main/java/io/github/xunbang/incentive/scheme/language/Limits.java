package io.github.xunbang.incentive.scheme.language;

import io.github.xunbang.command.NumberText;
import io.github.xunbang.command.ParsedNumber;
import io.github.xunbang.incentive.rule.Limit;
import io.github.xunbang.incentive.rule.Measure;
import io.github.xunbang.metric.Metric;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Turns a written bound into a limit, in the measure's own unit; what is unclear is asked back. */
final class Limits {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal SMALL_SHARE = BigDecimal.valueOf(10);

  private final MeasureText measures;

  Limits(MeasureText measures) {
    this.measures = measures;
  }

  @Nullable Limit of(Written.@Nullable Bound bound, Measure measure, String text) {
    if (bound == null) {
      return null;
    }
    if (bound.goal() != null) {
      return goal(new Limit.Goal(bound.goal()), measure, text);
    }
    ParsedNumber number = bound.number();
    return number == null ? null : new Limit.Number(value(number, measure, text));
  }

  private Limit goal(Limit.Goal goal, Measure measure, String text) {
    if (!(measure instanceof Measure.Value)) {
      throw RuleProblems.of(
          "“" + measures.name(measure) + "”没有目标，“" + text + "”请改写成数", "季度考核 季 低于60 口头提醒建议");
    }
    return goal;
  }

  /** The number; refused where its size or kind is in doubt. */
  BigDecimal value(ParsedNumber number, Measure measure, String text) {
    BigDecimal value = number.value();
    String shown = NumberText.plain(value);
    boolean share = "%".equals(measures.unit(measure));
    if (number.percent() && !share) {
      throw RuleProblems.of(
          "“" + text + shown + "%”是完成率吗？", measures.name(measure) + " 季 完成率 满120% 3000 满100% 1000");
    }
    boolean goalShare =
        measure instanceof Measure.Attainment || measure instanceof Measure.ShareOfUnits;
    if (goalShare && !number.percent() && isSmall(value, SMALL_SHARE)) {
      throw RuleProblems.of("“" + text + shown + "”请写成百分数", "业绩 季 完成率 满120% 3000 满100% 1000");
    }
    if (isAmount(measure) && !number.unitKnown() && isSmall(value, HUNDRED)) {
      throw RuleProblems.of(
          "“" + text + shown + "”是" + shown + "元还是" + shown + "万？请写上单位", "业绩 月 门店 前10 各8000 满10万");
    }
    return value;
  }

  private static boolean isSmall(BigDecimal value, BigDecimal than) {
    return value.signum() > 0 && value.compareTo(than) < 0;
  }

  /** Whether the measure is in 元. */
  boolean isAmount(Measure measure) {
    return measure instanceof Measure.Value value
        && measures
            .metric(value.metricId())
            .filter(m -> m.kind() == Metric.Kind.AMOUNT)
            .isPresent();
  }
}

package io.github.xunbang.incentive.scheme.language;

import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.command.NumberText;
import io.github.xunbang.incentive.rule.Condition;
import io.github.xunbang.incentive.rule.GoalLine;
import io.github.xunbang.incentive.rule.Limit;
import io.github.xunbang.incentive.rule.Measure;

/** Says what must hold: 签单10到19单, 业绩连续3个月未达基础目标, 所在单位业绩达到基础目标. */
final class ConditionText {

  private final PeriodType period;
  private final MeasureText measures;

  ConditionText(PeriodType period, MeasureText measures) {
    this.period = period;
    this.measures = measures;
  }

  String of(Condition one) {
    String whose = one.of() == Condition.Of.HOME_UNIT ? "所在单位" : "";
    String streak = one.consecutive() == 1 ? "" : "连续" + one.consecutive() + WhomText.spans(period);
    return whose + measures.name(one.measure()) + streak + holds(one);
  }

  private String holds(Condition one) {
    Measure measure = one.measure();
    if (one.isBand() && one.minInclusive() && one.maxInclusive()) {
      return NumberText.plain(((Limit.Number) one.min()).value())
          + "到"
          + measures.value(measure, ((Limit.Number) one.max()).value());
    }
    String low = one.min() == null ? "" : atLeast(one.min(), measure, one.minInclusive());
    String high = one.max() == null ? "" : atMost(one.max(), measure, one.maxInclusive());
    return low + (low.isEmpty() || high.isEmpty() ? "" : "且") + high;
  }

  private String atLeast(Limit limit, Measure measure, boolean inclusive) {
    if (limit instanceof Limit.Number number) {
      return (inclusive ? "满" : "超过") + measures.value(measure, number.value());
    }
    return (inclusive ? "达到" : "超过") + line((Limit.Goal) limit);
  }

  private String atMost(Limit limit, Measure measure, boolean inclusive) {
    if (limit instanceof Limit.Number number) {
      if (inclusive && number.value().signum() == 0) {
        return "为0";
      }
      return (inclusive ? "不超过" : "低于") + measures.value(measure, number.value());
    }
    return (inclusive ? "不超过" : "未达") + line((Limit.Goal) limit);
  }

  static String line(Limit.Goal goal) {
    return goal.line() == GoalLine.BASE ? "基础目标" : "奋斗目标";
  }
}

package io.github.xunbang.incentive.engine.internal;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.incentive.engine.Candidate;
import io.github.xunbang.incentive.rule.Condition;
import io.github.xunbang.incentive.rule.GoalLine;
import io.github.xunbang.incentive.rule.Limit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says how a condition was met: {@code 签单：17单（10到19单）}. */
final class ConditionText {

  private final Scene scene;
  private final Conditions conditions;

  ConditionText(Scene scene) {
    this.scene = scene;
    conditions = new Conditions(scene);
  }

  /** The lines of all conditions of a rule. */
  List<String> lines(Candidate who, List<Condition> all) {
    List<String> lines = new ArrayList<>();
    all.forEach(condition -> lines.addAll(lines(who, condition, condition.consecutive())));
    return lines;
  }

  /** The lines of the last {@code periods} periods, the oldest first. */
  List<String> lines(Candidate who, Condition condition, int periods) {
    List<String> lines = new ArrayList<>();
    Conditions.subject(who, condition)
        .ifPresent(
            subject -> {
              for (int back = periods - 1; back >= 0; back--) {
                lines.addAll(lines(subject, condition, scene.period(back)));
              }
            });
    return lines;
  }

  private List<String> lines(Subject who, Condition condition, Period period) {
    List<String> lines =
        new ArrayList<>(new MeasureText(scene.measures()).lines(who, condition.measure(), period));
    String start =
        (condition.consecutive() > 1 ? period.label() + " " : "")
            + (condition.of() == Condition.Of.HOME_UNIT ? "所在单位" : "");
    int last = lines.size() - 1;
    lines.set(last, start + lines.get(last) + "（" + limits(who, condition, period) + "）");
    return lines;
  }

  /** {@code 10到19单}, {@code 达到10单}, {@code 达到目标20单}. */
  String limits(Subject who, Condition condition, Period period) {
    if (condition.min() instanceof Limit.Number low
        && condition.max() instanceof Limit.Number high
        && condition.minInclusive()
        && condition.maxInclusive()) {
      String unit = Numbers.unit(condition.measure(), scene.measures());
      return low.value().compareTo(high.value()) == 0
          ? "正好" + Numbers.of(low.value()) + unit
          : Numbers.of(low.value()) + "到" + Numbers.of(high.value()) + unit;
    }
    List<String> parts = new ArrayList<>();
    add(parts, condition.minInclusive() ? "达到" : "超过", who, condition, condition.min(), period);
    add(parts, condition.maxInclusive() ? "不超过" : "低于", who, condition, condition.max(), period);
    return String.join("，", parts);
  }

  private void add(
      List<String> parts,
      String word,
      Subject who,
      Condition condition,
      @Nullable Limit limit,
      Period period) {
    if (limit != null) {
      parts.add(
          word
              + (limit instanceof Limit.Goal goal ? goalName(goal) : "")
              + conditions
                  .number(who, condition.measure(), limit, period)
                  .map(Numbers::of)
                  .orElse("")
              + Numbers.unit(condition.measure(), scene.measures()));
    }
  }

  static String goalName(Limit.Goal goal) {
    return goal.line() == GoalLine.BASE ? "目标" : "奋斗目标";
  }
}

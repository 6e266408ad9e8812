package io.github.xunbang.incentive.engine.internal;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.incentive.engine.Candidate;
import io.github.xunbang.incentive.engine.Facts;
import io.github.xunbang.incentive.rule.Condition;
import io.github.xunbang.incentive.rule.Limit;
import io.github.xunbang.incentive.rule.Measure;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Judges conditions. */
final class Conditions {

  private final Scene scene;

  Conditions(Scene scene) {
    this.scene = scene;
  }

  /** How a condition came out; the worst of several counts. */
  enum Verdict {
    HOLDS,
    /** Less than one piece outside a band of pieces: 9.5 beside 10 to 19 (S-101). */
    NEAR,
    FAILS
  }

  /** All of them together. */
  Verdict of(Candidate who, List<Condition> conditions) {
    Verdict worst = Verdict.HOLDS;
    for (Condition condition : conditions) {
      Verdict verdict = of(who, condition);
      worst = verdict.compareTo(worst) > 0 ? verdict : worst;
      if (worst == Verdict.FAILS) {
        break;
      }
    }
    return worst;
  }

  private Verdict of(Candidate who, Condition condition) {
    if (condition.consecutive() > 1) {
      return run(who, condition) == condition.consecutive() ? Verdict.HOLDS : Verdict.FAILS;
    }
    Optional<Subject> subject = subject(who, condition);
    if (subject.isPresent() && holds(subject.get(), condition, scene.period())) {
      return Verdict.HOLDS;
    }
    return subject.isPresent() && isNear(subject.get(), condition) ? Verdict.NEAR : Verdict.FAILS;
  }

  /**
   * In how many periods in a row, this one the last, the condition held, at most as many as it asks
   * for. Of several only those count that the subject was there for from their first day on.
   */
  int run(Candidate who, Condition condition) {
    Optional<Subject> subject = subject(who, condition);
    int run = 0;
    while (subject.isPresent()
        && run < condition.consecutive()
        && (condition.consecutive() == 1 || !who.since().isAfter(scene.period(run).start()))
        && holds(subject.get(), condition, scene.period(run))) {
      run++;
    }
    return run;
  }

  /** Whose measure it is; nobody's for a person without home unit. */
  static Optional<Subject> subject(Candidate who, Condition condition) {
    return condition.of() == Condition.Of.SELF ? Optional.of(Subject.of(who)) : Subject.homeOf(who);
  }

  /** A closed band over whole or half pieces; percentages and 元 have no piece beside it. */
  boolean isBandOfPieces(Condition condition) {
    return condition.isBand()
        && condition.consecutive() == 1
        && condition.measure() instanceof Measure.Value value
        && isCounted(scene.measures().metric(value.metricId()));
  }

  /** The number of the limit, empty without target. */
  Optional<BigDecimal> number(Subject who, Measure measure, Limit limit, Period period) {
    if (limit instanceof Limit.Number number) {
      return Optional.of(number.value());
    }
    return limit instanceof Limit.Goal goal && measure instanceof Measure.Value value
        ? scene.measures().goal(who, value.metricId(), goal.line(), period)
        : Optional.empty();
  }

  private boolean holds(Subject who, Condition condition, Period period) {
    Measure measure = condition.measure();
    Optional<Fraction> value = scene.measures().of(who, measure, period);
    return value.isPresent()
        && keeps(who, measure, period, value.get(), condition.min(), condition.minInclusive(), 1)
        && keeps(who, measure, period, value.get(), condition.max(), condition.maxInclusive(), -1);
  }

  /** Whether the value keeps one limit: above it for sign 1, below it for sign -1. */
  private boolean keeps(
      Subject who,
      Measure measure,
      Period period,
      Fraction value,
      @Nullable Limit limit,
      boolean inclusive,
      int sign) {
    if (limit == null) {
      return true;
    }
    return number(who, measure, limit, period)
        .map(number -> value.compareTo(number) * sign)
        .filter(side -> side > 0 || (side == 0 && inclusive))
        .isPresent();
  }

  private boolean isNear(Subject who, Condition condition) {
    return isBandOfPieces(condition)
        && condition.min() instanceof Limit.Number low
        && condition.max() instanceof Limit.Number high
        && scene.measures().of(who, condition.measure(), scene.period()).stream()
            .anyMatch(value -> isBeside(value, low.value(), high.value()));
  }

  private static boolean isBeside(Fraction value, BigDecimal low, BigDecimal high) {
    return isBetween(value, low.subtract(BigDecimal.ONE), low)
        || isBetween(value, high, high.add(BigDecimal.ONE));
  }

  private static boolean isBetween(Fraction value, BigDecimal above, BigDecimal below) {
    return value.compareTo(above) > 0 && value.compareTo(below) < 0;
  }

  private static boolean isCounted(Facts.MetricFacts metric) {
    return !metric.isAmount() && !"%".equals(metric.unit());
  }
}

package io.github.xunbang.target.internal;

import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.TargetProgress.Progress;
import io.github.xunbang.target.AttainmentBuckets;
import io.github.xunbang.target.Goal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody stands against an even pace. Only the period's total counts, so that good days
 * make up for bad ones (S-35).
 *
 * @param elapsed workdays gone, today included once it was reported; half days of leave as 0.5
 * @param left workdays left, today included while it was not; half days of leave as 0.5
 */
record Pace(BigDecimal elapsed, BigDecimal left) {

  private static final BigDecimal ZERO_DAYS = new BigDecimal("0.0");

  /** The progress; a metric that does not add up has no need per day and no pace. */
  Progress progress(Goal goal, Metric metric, BigDecimal actual) {
    BigDecimal missing = missing(goal.base(), metric, actual);
    boolean addsUp = Steps.addsUp(metric);
    return new Progress(
        goal.base(),
        goal.stretch(),
        actual,
        Objects.requireNonNull(AttainmentBuckets.percent(actual, goal.base())),
        missing,
        daysLeft(),
        addsUp && !Steps.lowerIsBetter(metric) ? needed(metric, missing) : null,
        addsUp ? daysAhead(goal.base(), metric, actual) : ZERO_DAYS);
  }

  /** Workdays left as people read them: half a day rounded up. */
  private int daysLeft() {
    return left.setScale(0, RoundingMode.CEILING).intValueExact();
  }

  /** For a metric of which less is better: how far above the target it is. */
  private static BigDecimal missing(BigDecimal base, Metric metric, BigDecimal actual) {
    BigDecimal distance =
        Steps.lowerIsBetter(metric) ? actual.subtract(base) : base.subtract(actual);
    return distance.max(BigDecimal.ZERO);
  }

  private @Nullable BigDecimal needed(Metric metric, BigDecimal missing) {
    // With half a day left, not twice of what is missing.
    return missing.signum() == 0 || left.signum() == 0
        ? null
        : missing.divide(left.max(BigDecimal.ONE), Steps.scale(metric), RoundingMode.UP);
  }

  /** (actual − expected) ÷ pace per workday = actual × all workdays ÷ base − elapsed. */
  private BigDecimal daysAhead(BigDecimal base, Metric metric, BigDecimal actual) {
    BigDecimal ahead =
        actual
            .multiply(elapsed.add(left))
            .divide(base, 6, RoundingMode.HALF_UP)
            .subtract(elapsed)
            .setScale(1, RoundingMode.HALF_UP);
    return Steps.lowerIsBetter(metric) ? ahead.negate() : ahead;
  }
}

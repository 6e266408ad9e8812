package io.github.xunbang.target.internal;

import io.github.xunbang.metric.Formula;
import io.github.xunbang.metric.Metric;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The grain of a metric's targets, and which metrics add up over days. */
final class Steps {

  private Steps() {}

  /** How many decimals a target has: none for pieces and 元, two for numbers and percentages. */
  static int scale(Metric metric) {
    return switch (metric.kind()) {
      case COUNT, AMOUNT -> 0;
      case NUMBER, RATIO -> 2;
    };
  }

  /** The nearest value a target can have. */
  static BigDecimal nearest(Metric metric, BigDecimal value) {
    return value.setScale(scale(metric), RoundingMode.HALF_UP);
  }

  /** Whether days add up to the period, so that quotas can be multiplied and shared out (S-49). */
  static boolean addsUp(Metric metric) {
    return metric.rollUp() == Metric.RollUp.SUM
        && metric.kind() != Metric.Kind.RATIO
        && !(metric.formula() instanceof Formula.Ratio);
  }

  static boolean lowerIsBetter(Metric metric) {
    return metric.direction() == Metric.Direction.LOWER;
  }
}

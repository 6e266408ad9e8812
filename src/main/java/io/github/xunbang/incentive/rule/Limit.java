package io.github.xunbang.incentive.rule;

import java.math.BigDecimal;

/** A line to reach: a number, or the subject's own target of the measured metric. */
public sealed interface Limit {

  /** A plain number, in the measure's unit; percent as 30 for 30 %. */
  record Number(BigDecimal value) implements Limit {}

  /**
   * The subject's own target; without one the condition does not hold. Only with {@link
   * Measure.Value}.
   */
  record Goal(GoalLine line) implements Limit {}
}

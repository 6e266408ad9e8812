package io.github.xunbang.incentive.rule;

import java.math.BigDecimal;
import java.util.List;

/**
 * What is counted of one subject over one period. A measure may have no value (a ratio without
 * denominator, no target set): then no condition on it holds, it has no place and pays nothing. The
 * value of a SUM metric that was never reported is 0; of one of which less is better there is none,
 * so that silence is no merit.
 */
public sealed interface Measure {

  /** The metric's value of the period, rolled up as the metric says; the metric's unit. */
  record Value(String metricId) implements Measure {}

  /**
   * Value ÷ target × 100, in percent, exact; for a metric of which less is better target ÷ value,
   * where a value of 0 is above every percentage but nothing that could be paid for.
   */
  record Attainment(String metricId, GoalLine line) implements Measure {}

  /** Base target − value, never below 0; no value without a target (S-99, S-100). */
  record Shortfall(String metricId) implements Measure {}

  /**
   * The person's own value ÷ that of the units in their care (else of the home unit) × 100, percent
   * (S-50).
   */
  record ShareOfUnits(String metricId) implements Measure {}

  /** Workdays of the period without the report that was owed; leave and days off are none. */
  record MissingReports() implements Measure {}

  /** Reports that came after their day had ended. */
  record LateReports() implements Measure {}

  /** Ballots for the person (S-84). */
  record Votes() implements Measure {}

  /** The assessors' score of that sheet (季度考核), weighted; none while nobody has scored (S-110). */
  record Score(String sheet) implements Measure {}

  /** Sum of parts × weight (S-111); no value when a part has none. Weights as 0.7. */
  record Weighted(List<Part> parts) implements Measure {

    public Weighted {
      parts = List.copyOf(parts);
    }
  }

  /** One part of a composite. */
  record Part(Measure measure, BigDecimal weight) {}
}

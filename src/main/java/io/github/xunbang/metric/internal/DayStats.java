package io.github.xunbang.metric.internal;

import io.github.xunbang.metric.Metric.RollUp;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;

/**
 * What the reported days of a metric that is not summed come to. Days may be put together in any
 * order.
 *
 * @param lastDay the latest reported day
 * @param last its value
 * @param max the greatest value
 * @param total the sum of all values
 * @param days how many were reported
 */
record DayStats(LocalDate lastDay, BigDecimal last, BigDecimal max, BigDecimal total, int days) {

  static DayStats of(LocalDate day, BigDecimal value) {
    return new DayStats(day, value, value, value, 1);
  }

  DayStats and(DayStats other) {
    boolean later = other.lastDay.isAfter(lastDay);
    return new DayStats(
        later ? other.lastDay : lastDay,
        later ? other.last : last,
        max.max(other.max),
        total.add(other.total),
        days + other.days);
  }

  /** The period's value, not yet rounded. */
  BigDecimal value(RollUp rollUp) {
    return switch (rollUp) {
      case SUM -> total;
      case LAST -> last;
      case MAX -> max;
      case AVG -> total.divide(BigDecimal.valueOf(days), MathContext.DECIMAL64);
    };
  }
}

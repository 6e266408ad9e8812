package io.github.xunbang.report;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.metric.MonthLedger;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Tells an unreported metric from a zero (design section 6). */
final class MonthSums {

  private MonthSums() {}

  /** The sum of a metric over those days of {@code period} that lie in this month. */
  static BigDecimal sum(MonthLedger month, Period period, String metricId) {
    return month.days().values().stream()
        .filter(sheet -> period.contains(sheet.day()))
        .map(sheet -> sheet.values().getOrDefault(metricId, BigDecimal.ZERO))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /**
   * Whether the metric has any value in {@code type}'s period around {@code day} within this month.
   */
  static boolean reported(MonthLedger month, PeriodType type, LocalDate day, String metricId) {
    Period period = Period.containing(type, day);
    return month.days().values().stream()
        .anyMatch(sheet -> period.contains(sheet.day()) && sheet.values().containsKey(metricId));
  }
}

package io.github.xunbang.report;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.metric.MonthLedger;
import java.time.LocalDate;

/** Tells an unreported metric from a zero (design section 6). */
final class MonthSums {

  private MonthSums() {}

  /**
   * Whether the metric has any value in {@code type}'s period around {@code day} within this month.
   */
  static boolean reported(MonthLedger month, PeriodType type, LocalDate day, String metricId) {
    Period period = Period.containing(type, day);
    return month.days().values().stream()
        .anyMatch(sheet -> period.contains(sheet.day()) && sheet.values().containsKey(metricId));
  }
}

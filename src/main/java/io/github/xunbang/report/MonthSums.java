package io.github.xunbang.report;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.metric.MonthLedger;
import java.math.BigDecimal;

/** Adds up a part of a month that is at hand. */
final class MonthSums {

  private MonthSums() {}

  /** The sum of a metric over those days of {@code period} that lie in this month. */
  static BigDecimal sum(MonthLedger month, Period period, String metricId) {
    return month.days().values().stream()
        .filter(sheet -> period.contains(sheet.day()))
        .map(sheet -> sheet.values().getOrDefault(metricId, BigDecimal.ZERO))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}

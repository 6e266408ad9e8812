package io.github.xunbang.metric.internal;

import io.github.xunbang.metric.DaySheet;
import io.github.xunbang.metric.PeriodFigures;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Reported days and sums per metric, growing while days or finished sums are added; beside them the
 * days of metrics that are not summed.
 */
final class Tally {

  private final Map<String, BigDecimal> sums = new HashMap<>();
  private final Map<String, DayStats> stats = new HashMap<>();
  private int reportedDays;

  /** The tally of those sheets that {@code wanted} accepts. */
  static Tally of(Collection<DaySheet> sheets, Predicate<DaySheet> wanted) {
    Tally tally = new Tally();
    for (DaySheet sheet : sheets) {
      if (wanted.test(sheet) && !sheet.values().isEmpty()) {
        tally.add(sheet.reportedValues().isEmpty() ? 0 : 1, sheet.values());
      }
    }
    return tally;
  }

  void add(int days, Map<String, BigDecimal> values) {
    reportedDays += days;
    values.forEach((metric, value) -> sums.merge(metric, value, BigDecimal::add));
  }

  /** Notes a day of a metric that is not summed. */
  void addDay(String metricId, LocalDate day, BigDecimal value) {
    stats.merge(metricId, DayStats.of(day, value), DayStats::and);
  }

  /** The metrics noted day by day; may be changed. */
  Map<String, DayStats> stats() {
    return stats;
  }

  int reportedDays() {
    return reportedDays;
  }

  Map<String, BigDecimal> sums() {
    return sums;
  }

  PeriodFigures figures(String subjectId) {
    return new PeriodFigures(subjectId, reportedDays, sums);
  }
}

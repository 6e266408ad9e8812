package io.github.xunbang.metric.internal;

import io.github.xunbang.metric.DaySheet;
import io.github.xunbang.metric.PeriodFigures;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Reported days and sums per metric, growing while days or finished sums are added. */
final class Tally {

  private final Map<String, BigDecimal> sums = new HashMap<>();
  private int reportedDays;

  /** The tally of those sheets that {@code wanted} accepts. */
  static Tally of(Collection<DaySheet> sheets, Predicate<DaySheet> wanted) {
    Tally tally = new Tally();
    for (DaySheet sheet : sheets) {
      if (wanted.test(sheet) && !sheet.values().isEmpty()) {
        tally.add(1, sheet.values());
      }
    }
    return tally;
  }

  void add(int days, Map<String, BigDecimal> values) {
    reportedDays += days;
    values.forEach((metric, value) -> sums.merge(metric, value, BigDecimal::add));
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

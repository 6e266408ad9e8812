package io.github.xunbang.report;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.command.Caller;
import io.github.xunbang.metric.DaySheet;
import io.github.xunbang.metric.LedgerEntry;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.PostingResult.Posted;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The one line of a stored report for a message that confirms many people at once. Only a plain
 * report of one's own one day has it; corrections and units say more than a line.
 */
final class ReportBrief {

  private ReportBrief() {}

  /**
   * {@code 张敏 意向客户12 签单2}, with what stands for the day now; a day other than {@code today} is
   * named, for the heading names today.
   */
  static Optional<String> of(
      Caller caller, LocalDate today, List<Metric> metrics, List<Posted> posted) {
    if (posted.size() != 1) {
      return Optional.empty();
    }
    LedgerEntry entry = posted.get(0).entry();
    boolean own =
        posted.get(0).after().subjectId().equals(caller.memberId())
            && entry.reason() == LedgerEntry.Reason.REPORT;
    return posted
        .get(0)
        .after()
        .day(entry.day())
        .map(DaySheet::values)
        .filter(values -> own && !values.isEmpty())
        .map(values -> caller.name() + day(entry, today) + line(metrics, values));
  }

  private static String day(LedgerEntry entry, LocalDate today) {
    return entry.day().equals(today) ? " " : " " + DateText.day(entry.day()) + " ";
  }

  private static String line(List<Metric> metrics, Map<String, BigDecimal> values) {
    return new FigureLine(metrics).values(values);
  }
}

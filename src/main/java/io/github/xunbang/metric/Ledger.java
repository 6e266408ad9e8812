package io.github.xunbang.metric;

import io.github.xunbang.calendar.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The append-only truth behind every sum: one document per organization, subject and month (design
 * section 11).
 */
public interface Ledger {

  /**
   * Posts all changes or none, durably. One change: one read and one write guarded by revision.
   * Several documents: a pending document first, which is the commit point. Repeating a message key
   * returns what the first posting did.
   */
  PostingResult post(Posting posting, PostingCheck check);

  /** One subject's month, absent when nothing was posted. */
  Optional<MonthLedger> month(String organizationId, String subjectId, YearMonth month);

  /** Sums of each subject with a value in the period; reads one document per subject and month. */
  Map<String, PeriodFigures> figures(
      String organizationId, Collection<String> subjectIds, Period period);

  /** The sheets of one day of those subjects that have one. */
  Map<String, DaySheet> day(String organizationId, Collection<String> subjectIds, LocalDate day);

  /**
   * The values by metric of each reported day of the period, by subject. Costs a document per
   * subject and month like {@link #figures}, but every single day of it, so ask only where days
   * matter (streaks, a transfer in mid-period).
   */
  default Map<String, Map<LocalDate, Map<String, BigDecimal>>> dayValues(
      String organizationId, Collection<String> subjectIds, Period period) {
    Map<String, Map<LocalDate, Map<String, BigDecimal>>> values = new HashMap<>();
    for (String subject : subjectIds) {
      for (YearMonth month : period.months()) {
        month(organizationId, subject, month).stream()
            .flatMap(book -> book.days().values().stream())
            .filter(sheet -> period.contains(sheet.day()) && !sheet.values().isEmpty())
            .forEach(
                sheet ->
                    values
                        .computeIfAbsent(subject, none -> new TreeMap<>())
                        .put(sheet.day(), sheet.values()));
      }
    }
    return values;
  }

  /**
   * The sheets of every day of the period that has one, with all entries, by subject. Reads whole
   * documents, so ask only where single entries matter (who crossed a line first, whose report came
   * late).
   */
  default Map<String, List<DaySheet>> sheets(
      String organizationId, Collection<String> subjectIds, Period period) {
    Map<String, List<DaySheet>> sheets = new HashMap<>();
    for (String subject : subjectIds) {
      List<DaySheet> days =
          period.months().stream()
              .flatMap(month -> month(organizationId, subject, month).stream())
              .flatMap(book -> book.days().values().stream())
              .filter(sheet -> period.contains(sheet.day()))
              .toList();
      if (!days.isEmpty()) {
        sheets.put(subject, days);
      }
    }
    return sheets;
  }

  /** Applies what an interrupted posting left pending; start-up and every closing call it. */
  void drainPending(String organizationId);

  /** Deletes all figures and metric definitions of an organization; only for simulated ones. */
  void delete(String organizationId);
}

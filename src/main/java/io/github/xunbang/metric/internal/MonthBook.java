package io.github.xunbang.metric.internal;

import io.github.xunbang.metric.DaySheet;
import io.github.xunbang.metric.LedgerEntry;
import io.github.xunbang.metric.MonthLedger;
import io.github.xunbang.metric.MonthLedger.History;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A month as stored, with what was normal before it.
 *
 * <p>History: what earlier months showed is copied when the document is created and never touched
 * again; this month's part is worked out from its days at each read. So a correction inside the
 * month counts at once, while one in an earlier month does not reach documents that already exist.
 * It only feeds guards and remarks, never a sum.
 *
 * @param ledger the month, its history included
 * @param carried the history of all earlier months
 */
record MonthBook(MonthLedger ledger, Map<String, History> carried) {

  /** A book with its history worked out. */
  static MonthBook of(
      BookKey key,
      long revision,
      Map<LocalDate, DaySheet> days,
      Map<String, History> carried,
      @Nullable DaySheet previousDay) {
    return new MonthBook(
        new MonthLedger(
            key.organizationId(),
            key.subjectId(),
            key.month(),
            revision,
            days,
            history(carried, days.values()),
            previousDay),
        carried);
  }

  /** An empty book not yet stored, carrying over from the last earlier one. */
  static MonthBook open(BookKey key, @Nullable MonthBook earlier) {
    if (earlier == null) {
      return of(key, 0, Map.of(), Map.of(), null);
    }
    return of(key, 0, Map.of(), earlier.ledger.history(), earlier.lastReportedDay());
  }

  BookKey key() {
    return new BookKey(ledger.organizationId(), ledger.subjectId(), ledger.month());
  }

  boolean isStored() {
    return ledger.revision() > 0;
  }

  /** The same month one revision later. */
  MonthBook with(Map<LocalDate, DaySheet> days) {
    return of(key(), ledger.revision() + 1, days, carried, ledger.previousDay());
  }

  /** What the message has stored here, by day; empty when it has not been here. */
  List<LedgerEntry> entriesOf(String messageKey) {
    return ledger.days().values().stream()
        .flatMap(sheet -> sheet.entries().stream())
        .filter(entry -> entry.messageKey().equals(messageKey))
        .sorted(Comparator.comparing(LedgerEntry::day))
        .toList();
  }

  private @Nullable DaySheet lastReportedDay() {
    Optional<DaySheet> last =
        ledger.days().values().stream()
            .filter(sheet -> !sheet.reportedValues().isEmpty() && !sheet.isImported())
            .max(Comparator.comparing(DaySheet::day));
    return last.map(
            sheet -> new DaySheet(sheet.day(), sheet.reportedValues(), sheet.notes(), List.of()))
        .orElse(ledger.previousDay());
  }

  private static Map<String, History> history(
      Map<String, History> carried, Collection<DaySheet> days) {
    Map<String, History> history = new HashMap<>(carried);
    for (DaySheet sheet : days) {
      // A month's figure on one day would be the best day ever, and a deal is no habit of typing.
      Map<String, BigDecimal> values = sheet.isImported() ? Map.of() : sheet.reportedValues();
      values.forEach((metric, value) -> history.merge(metric, once(value), MonthBook::add));
    }
    return history;
  }

  private static History once(BigDecimal value) {
    return new History(1, value);
  }

  private static History add(History one, History other) {
    return new History(one.reports() + other.reports(), one.best().max(other.best()));
  }
}

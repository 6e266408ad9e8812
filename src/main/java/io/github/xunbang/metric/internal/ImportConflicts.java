package io.github.xunbang.metric.internal;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.metric.DaySheet;
import io.github.xunbang.metric.LedgerEntry;
import io.github.xunbang.metric.LedgerEntry.Reason;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Keeps an import from counting anything twice: nothing is imported over daily reports, nor over an
 * import of another period that covers some of the same days. The same period may be imported again
 * and replaces.
 */
@Component
class ImportConflicts {

  private static final Pattern SPAN =
      Pattern.compile("导入 (\\d{4}-\\d{2}-\\d{2})到(\\d{4}-\\d{2}-\\d{2})");

  private final LedgerSumsRepository ledger;

  ImportConflicts(LedgerSumsRepository ledger) {
    this.ledger = ledger;
  }

  /** What the entries of an import of {@code period} say; read again here. */
  static String text(Period period) {
    return "导入 " + period.start() + "到" + period.end();
  }

  /** The sheets that matter, by subject; one query. */
  Map<String, List<DaySheet>> stored(
      String organizationId, Collection<String> subjectIds, Period period) {
    // An import lies on its last day, so one that overlaps may lie up to a year later.
    Period window = new Period(PeriodType.CAMPAIGN, period.start(), period.end().plusDays(366));
    return ledger.sheets(organizationId, subjectIds, window);
  }

  /** Why figures of {@code metricIds} cannot be imported over {@code sheets}, if so. */
  static Optional<String> find(List<DaySheet> sheets, Set<String> metricIds, Period period) {
    for (DaySheet sheet : sheets) {
      boolean reported = !sheet.isImported() && !sheet.reportedValues().isEmpty();
      if (reported && period.contains(sheet.day())) {
        return Optional.of(sheet.day().getYear() + "年" + DateText.shortDay(sheet.day()) + "已有登记");
      }
      for (LedgerEntry entry : sheet.entries()) {
        if (entry.reason() == Reason.IMPORT
            && isAbout(entry, metricIds, sheet)
            && clashes(entry, period)) {
          return Optional.of("这几项已按别的时间段导入过（" + entry.text().substring(3) + "）");
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isAbout(LedgerEntry entry, Set<String> metricIds, DaySheet sheet) {
    return entry.steps().stream()
        .anyMatch(
            step ->
                metricIds.contains(step.metricId()) && sheet.values().containsKey(step.metricId()));
  }

  private static boolean clashes(LedgerEntry entry, Period period) {
    Matcher span = SPAN.matcher(entry.text());
    if (!span.matches()) {
      return false;
    }
    LocalDate start = LocalDate.parse(span.group(1));
    LocalDate end = LocalDate.parse(span.group(2));
    boolean overlaps = !end.isBefore(period.start()) && !start.isAfter(period.end());
    return overlaps && !(start.equals(period.start()) && end.equals(period.end()));
  }
}

package io.github.xunbang.metric.internal;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.metric.DaySheet;
import io.github.xunbang.metric.PeriodFigures;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * Reads many subjects at once for boards: one document per subject and month, cut down to what is
 * asked.
 */
@Repository
class LedgerSumsRepository {

  private final LedgerRepository books;

  LedgerSumsRepository(LedgerRepository books) {
    this.books = books;
  }

  Map<String, PeriodFigures> figures(
      String organizationId, Collection<String> subjectIds, Period period) {
    PeriodSliceMapping slices = new PeriodSliceMapping(period);
    Map<String, Tally> tallies = new HashMap<>();
    books.forEach(
        slices.ids(organizationId, subjectIds),
        slices.projection(),
        book -> {
          BookKey key = BookKey.parse(book.getString("_id"));
          Tally tally = tallies.computeIfAbsent(key.subjectId(), subject -> new Tally());
          slices.addTo(tally, key.month(), book);
        });
    Map<String, PeriodFigures> figures = new HashMap<>();
    tallies.forEach(
        (subject, tally) -> {
          if (tally.reportedDays() > 0) {
            figures.put(subject, tally.figures(subject));
          }
        });
    return figures;
  }

  Map<String, DaySheet> day(String organizationId, Collection<String> subjectIds, LocalDate day) {
    YearMonth month = YearMonth.from(day);
    String field = BookDocument.dayField(day);
    List<String> ids =
        subjectIds.stream()
            .map(subject -> new BookKey(organizationId, subject, month).id())
            .toList();
    Map<String, DaySheet> sheets = new HashMap<>();
    books.forEach(
        ids,
        new Document(BookDocument.DAYS + "." + field, 1),
        book -> {
          String subject = BookKey.parse(book.getString("_id")).subjectId();
          @Nullable Document sheet =
              book.get(BookDocument.DAYS, new Document()).get(field, Document.class);
          if (sheet != null) {
            sheets.put(subject, SheetDocument.load(subject, day, sheet));
          }
        });
    return sheets;
  }
}

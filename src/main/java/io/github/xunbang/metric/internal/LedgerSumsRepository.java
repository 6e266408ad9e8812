package io.github.xunbang.metric.internal;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.metric.DaySheet;
import io.github.xunbang.metric.PeriodFigures;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
    Map<String, PeriodFigures> figures = new HashMap<>();
    tallies(organizationId, subjectIds, period, Set.of())
        .forEach((subject, tally) -> figures.put(subject, tally.figures(subject)));
    return figures;
  }

  /**
   * What each subject that has a value in the period has; credits of deals count, reported or not.
   *
   * @param dayMetrics metrics to be noted day by day as well
   */
  Map<String, Tally> tallies(
      String organizationId, Collection<String> subjectIds, Period period, Set<String> dayMetrics) {
    PeriodSliceMapping slices = new PeriodSliceMapping(period, dayMetrics);
    Map<String, Tally> tallies = new HashMap<>();
    books.forEach(
        slices.ids(organizationId, subjectIds),
        slices.projection(),
        book -> {
          BookKey key = BookKey.parse(book.getString("_id"));
          Tally tally = tallies.computeIfAbsent(key.subjectId(), subject -> new Tally());
          slices.addTo(tally, key.month(), book);
        });
    tallies.values().removeIf(tally -> tally.sums().isEmpty());
    return tallies;
  }

  /** The values of each reported day, by subject. */
  Map<String, Map<LocalDate, Map<String, BigDecimal>>> dayValues(
      String organizationId, Collection<String> subjectIds, Period period) {
    Map<String, Map<LocalDate, Map<String, BigDecimal>>> found = new HashMap<>();
    forEachDay(
        organizationId,
        subjectIds,
        period,
        "." + SheetDocument.VALUES,
        (subject, day, sheet) -> {
          Document values = sheet.get(SheetDocument.VALUES, new Document());
          if (!values.isEmpty()) {
            found
                .computeIfAbsent(subject, none -> new TreeMap<>())
                .put(day, DecimalMapping.load(values));
          }
        });
    return found;
  }

  /** The whole sheets of each day, by subject. */
  Map<String, List<DaySheet>> sheets(
      String organizationId, Collection<String> subjectIds, Period period) {
    Map<String, List<DaySheet>> found = new HashMap<>();
    forEachDay(
        organizationId,
        subjectIds,
        period,
        "",
        (subject, day, sheet) ->
            found
                .computeIfAbsent(subject, none -> new ArrayList<>())
                .add(SheetDocument.load(subject, day, sheet)));
    return found;
  }

  @FunctionalInterface
  private interface DayConsumer {
    void accept(String subject, LocalDate day, Document sheet);
  }

  private void forEachDay(
      String organizationId,
      Collection<String> subjectIds,
      Period period,
      String part,
      DayConsumer consumer) {
    Document projection = new Document();
    BookDocument.dayFields(period)
        .forEach(day -> projection.append(BookDocument.DAYS + "." + day + part, 1));
    books.forEach(
        new PeriodSliceMapping(period, Set.of()).ids(organizationId, subjectIds),
        projection,
        book -> {
          BookKey key = BookKey.parse(book.getString("_id"));
          book.get(BookDocument.DAYS, new Document())
              .forEach(
                  (field, sheet) -> {
                    LocalDate day = key.month().atDay(Integer.parseInt(field));
                    if (period.contains(day)) {
                      consumer.accept(key.subjectId(), day, (Document) sheet);
                    }
                  });
        });
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

package io.github.xunbang.metric.internal;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.metric.DaySheet;
import io.github.xunbang.metric.MonthLedger.History;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;

/**
 * A {@link MonthBook} as stored: {@code _id} {@code org|subject|2026-12}, {@code rev} the revision
 * that guards writes, {@code days} by two digits ({@link SheetDocument}), {@code sums} by metric
 * and {@code rep} reported days, both of the whole month {@code m} and its 旬 {@code x1 x2 x3},
 * {@code hist} carried history as metric: {@code {n, max}}, {@code prev} the day carried over.
 */
final class BookDocument {

  static final String REVISION = "rev";
  static final String DAYS = "days";
  static final String SUMS = "sums";
  static final String REPORTED = "rep";

  /** The sums of the whole month, besides those of its three 旬. */
  static final String MONTH = "m";

  /** The names under which sums are kept. */
  static final List<String> PARTS = List.of(MONTH, xun(1), xun(2), xun(3));

  private BookDocument() {}

  /** The name of a day's field, {@code 03}. */
  static String dayField(LocalDate day) {
    int number = day.getDayOfMonth();
    return number < 10 ? "0" + number : Integer.toString(number);
  }

  /** The fields of all days of a period, each once. */
  static List<String> dayFields(Period period) {
    return period.days().map(BookDocument::dayField).distinct().toList();
  }

  /** The name of a 旬's sums, {@code x1} to {@code x3}. */
  static String xun(int number) {
    return "x" + number;
  }

  static Document store(MonthBook book) {
    Document sums = new Document();
    Document reported = new Document();
    for (String part : PARTS) {
      Tally tally = tally(book, part);
      sums.append(part, DecimalMapping.store(tally.sums()));
      reported.append(part, tally.reportedDays());
    }
    Document days = new Document();
    book.ledger()
        .days()
        .forEach((day, sheet) -> days.append(dayField(day), SheetDocument.store(sheet)));
    Document stored =
        new Document("_id", book.key().id())
            .append(REVISION, book.ledger().revision())
            .append(SUMS, sums)
            .append(REPORTED, reported)
            .append("hist", storeHistory(book.carried()));
    DaySheet previous = book.ledger().previousDay();
    if (previous != null) {
      stored.append(
          "prev",
          new Document("day", previous.day().toString())
              .append("sheet", SheetDocument.store(previous)));
    }
    return stored.append(DAYS, days);
  }

  static MonthBook load(Document stored) {
    BookKey key = BookKey.parse(stored.getString("_id"));
    Map<LocalDate, DaySheet> days = new HashMap<>();
    stored
        .get(DAYS, Document.class)
        .forEach(
            (field, sheet) -> {
              LocalDate day = key.month().atDay(Integer.parseInt(field));
              days.put(day, SheetDocument.load(key.subjectId(), day, (Document) sheet));
            });
    return MonthBook.of(
        key,
        stored.getLong(REVISION),
        days,
        loadHistory(stored.get("hist", Document.class)),
        loadPrevious(key, stored.get("prev", Document.class)));
  }

  /** Sums of a part of the month, recomputed from its days, so they can never drift. */
  static Tally tally(MonthBook book, String part) {
    return Tally.of(
        book.ledger().days().values(),
        sheet -> part.equals(MONTH) || part.equals(xun(Period.xunOfMonth(sheet.day()))));
  }

  private static Document storeHistory(Map<String, History> carried) {
    Document stored = new Document();
    carried.forEach(
        (metric, history) ->
            stored.append(
                metric,
                new Document("n", history.reports())
                    .append("max", DecimalMapping.store(history.best()))));
    return stored;
  }

  private static Map<String, History> loadHistory(Document stored) {
    Map<String, History> carried = new HashMap<>();
    for (String metric : stored.keySet()) {
      Document history = stored.get(metric, Document.class);
      BigDecimal best = history.get("max", Decimal128.class).bigDecimalValue();
      carried.put(metric, new History(history.getInteger("n"), best));
    }
    return carried;
  }

  private static @Nullable DaySheet loadPrevious(BookKey key, @Nullable Document stored) {
    return stored == null
        ? null
        : SheetDocument.load(
            key.subjectId(),
            LocalDate.parse(stored.getString("day")),
            stored.get("sheet", Document.class));
  }
}

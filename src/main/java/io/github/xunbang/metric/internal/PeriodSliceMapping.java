package io.github.xunbang.metric.internal;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Which stored parts make up a period: the running sums of whole months and whole 旬, and single
 * days where a period cuts through them. So a board reads a few sums, however much is stored.
 */
final class PeriodSliceMapping {

  /**
   * The parts of one month.
   *
   * @param parts names of running sums
   * @param days fields of single days
   */
  record Slice(List<String> parts, List<String> days) {}

  private final Map<YearMonth, Slice> slices = new LinkedHashMap<>();

  private final Period period;
  private final Set<String> dayMetrics;

  /**
   * The parts of {@code period}.
   *
   * @param dayMetrics metrics whose single days are needed too, because they are not summed
   */
  PeriodSliceMapping(Period period, Set<String> dayMetrics) {
    this.period = period;
    this.dayMetrics = dayMetrics;
    period.months().forEach(month -> slices.put(month, slice(period, month)));
  }

  /** The {@code _id}s to read, by subject, then month. */
  List<String> ids(String organizationId, Iterable<String> subjectIds) {
    List<String> ids = new ArrayList<>();
    for (String subjectId : subjectIds) {
      slices.keySet().forEach(month -> ids.add(new BookKey(organizationId, subjectId, month).id()));
    }
    return ids;
  }

  /** The fields to read, those of all months together. */
  Document projection() {
    Document fields = new Document();
    Set<String> wholeDays = new HashSet<>();
    for (Slice slice : slices.values()) {
      wholeDays.addAll(slice.days());
      for (String part : slice.parts()) {
        fields.append(BookDocument.SUMS + "." + part, 1);
        fields.append(BookDocument.REPORTED + "." + part, 1);
      }
      for (String day : slice.days()) {
        fields.append(values(day), 1);
        fields.append(onlyCredits(day), 1);
      }
    }
    if (!dayMetrics.isEmpty()) {
      // A field and one below it in the same projection is an error on MongoDB.
      BookDocument.dayFields(period).stream()
          .filter(day -> !wholeDays.contains(day))
          .forEach(
              day -> dayMetrics.forEach(metric -> fields.append(values(day) + "." + metric, 1)));
    }
    return fields;
  }

  private static String values(String day) {
    return BookDocument.DAYS + "." + day + "." + SheetDocument.VALUES;
  }

  private static String onlyCredits(String day) {
    return BookDocument.DAYS + "." + day + "." + SheetDocument.ONLY_CREDITS;
  }

  /** Adds what {@code book}, read with {@link #projection}, has in the period. */
  void addTo(Tally tally, YearMonth month, Document book) {
    Slice slice = slices.get(month);
    Document none = new Document();
    Document sums = book.get(BookDocument.SUMS, none);
    Document reported = book.get(BookDocument.REPORTED, none);
    for (String part : slice.parts()) {
      tally.add(reported.getInteger(part), DecimalMapping.load(sums.get(part, Document.class)));
    }
    Document days = book.get(BookDocument.DAYS, none);
    for (String day : slice.days()) {
      Document sheet = days.get(day, none);
      Document values = sheet.get(SheetDocument.VALUES, none);
      if (!values.isEmpty()) {
        int reports = sheet.containsKey(SheetDocument.ONLY_CREDITS) ? 0 : 1;
        tally.add(reports, DecimalMapping.load(values));
      }
    }
    addDayMetrics(tally, month, days);
  }

  private void addDayMetrics(Tally tally, YearMonth month, Document days) {
    if (dayMetrics.isEmpty()) {
      return;
    }
    for (Map.Entry<String, Object> day : days.entrySet()) {
      LocalDate date = month.atDay(Integer.parseInt(day.getKey()));
      Document values = ((Document) day.getValue()).get(SheetDocument.VALUES, new Document());
      for (String metric : dayMetrics) {
        @Nullable BigDecimal value = DecimalMapping.load(values.get(metric));
        if (value != null && period.contains(date)) {
          tally.addDay(metric, date, value);
        }
      }
    }
  }

  private static Slice slice(Period period, YearMonth month) {
    if (period.contains(month.atDay(1)) && period.contains(month.atEndOfMonth())) {
      return new Slice(List.of(BookDocument.MONTH), List.of());
    }
    List<String> parts = new ArrayList<>();
    List<String> days = new ArrayList<>();
    for (int start : List.of(1, 11, 21)) {
      Period xun = Period.containing(PeriodType.XUN, month.atDay(start));
      if (period.contains(xun.start()) && period.contains(xun.end())) {
        parts.add(BookDocument.xun(Period.xunOfMonth(xun.start())));
      } else {
        xun.days().filter(period::contains).map(BookDocument::dayField).forEach(days::add);
      }
    }
    return new Slice(parts, days);
  }
}

package io.github.xunbang.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;

/**
 * A run of business days of one kind, both ends included (design section 4). A 旬 is the 1st–10th,
 * 11th–20th or 21st to month end: the third runs 8 to 11 days, so never add ten.
 *
 * @param type the kind
 * @param start first business day
 * @param end last business day
 */
public record Period(PeriodType type, LocalDate start, LocalDate end) {

  private static final List<String> XUN_NAMES = List.of("上旬", "中旬", "下旬");

  public Period {
    if (end.isBefore(start)) {
      throw new IllegalArgumentException("Period ends before it starts: " + start + " " + end);
    }
  }

  /**
   * The period of {@code type} that contains {@code day}, by the natural calendar. Where an
   * organization may have settlement months, {@link PeriodCalendar} answers instead.
   */
  public static Period containing(PeriodType type, LocalDate day) {
    LocalDate monthEnd = day.with(TemporalAdjusters.lastDayOfMonth());
    return switch (type) {
      case DAY -> new Period(type, day, day);
      case WEEK -> {
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        yield new Period(type, monday, monday.plusDays(6));
      }
      case XUN -> {
        int block = xunOfMonth(day);
        yield new Period(
            type,
            day.withDayOfMonth(10 * (block - 1) + 1),
            block == 3 ? monthEnd : day.withDayOfMonth(10 * block));
      }
      case HALF_MONTH ->
          day.getDayOfMonth() <= 15
              ? new Period(type, day.withDayOfMonth(1), day.withDayOfMonth(15))
              : new Period(type, day.withDayOfMonth(16), monthEnd);
      case MONTH -> new Period(type, day.withDayOfMonth(1), monthEnd);
      case QUARTER -> {
        LocalDate first = day.withMonth((day.getMonthValue() - 1) / 3 * 3 + 1).withDayOfMonth(1);
        yield new Period(type, first, YearMonth.from(first).plusMonths(2).atEndOfMonth());
      }
      case YEAR ->
          new Period(type, day.withDayOfYear(1), day.with(TemporalAdjusters.lastDayOfYear()));
      case CAMPAIGN -> throw new IllegalArgumentException("A campaign's dates are free");
    };
  }

  /** 1, 2 or 3: the 旬 of its month that {@code day} falls into. */
  public static int xunOfMonth(LocalDate day) {
    return Math.min(3, (day.getDayOfMonth() - 1) / 10 + 1);
  }

  /** The period of the same kind just before this one. */
  public Period previous() {
    return type == PeriodType.CAMPAIGN
        ? new Period(type, start.minusDays(length()), start.minusDays(1))
        : containing(type, start.minusDays(1));
  }

  /** The period of the same kind just after this one. */
  public Period next() {
    return type == PeriodType.CAMPAIGN
        ? new Period(type, end.plusDays(1), end.plusDays(length()))
        : containing(type, end.plusDays(1));
  }

  /** How many days it has. */
  public int length() {
    return (int) (end.toEpochDay() - start.toEpochDay()) + 1;
  }

  /** Whether {@code day} falls into this period. */
  public boolean contains(LocalDate day) {
    return !day.isBefore(start) && !day.isAfter(end);
  }

  /** Every day in order. */
  public Stream<LocalDate> days() {
    return start.datesUntil(end.plusDays(1));
  }

  /** The calendar months that the period touches, in order. */
  public List<YearMonth> months() {
    return Stream.iterate(YearMonth.from(start), month -> month.plusMonths(1))
        .limit(YearMonth.from(start).until(end, java.time.temporal.ChronoUnit.MONTHS) + 1)
        .toList();
  }

  /**
   * The instant at which the period freezes: {@code closingTime} of the next calendar day (design
   * section 4).
   */
  public Instant closesAt(LocalTime closingTime, ZoneId zone) {
    return end.plusDays(1).atTime(closingTime).atZone(zone).toInstant();
  }

  /** What a group reads, for example {@code 2026年12月上旬} or {@code 12月1日-12月7日}. */
  public String label() {
    return switch (type) {
      case DAY -> DateText.day(start);
      case WEEK, CAMPAIGN -> DateText.shortDay(start) + "-" + DateText.shortDay(end);
      case XUN -> DateText.month(start) + XUN_NAMES.get(xunOfMonth(start) - 1);
      case HALF_MONTH -> DateText.month(start) + (start.getDayOfMonth() == 1 ? "上半月" : "下半月");
      // A settlement month is named after the month in which it is cut off.
      case MONTH -> DateText.month(end);
      case QUARTER -> end.getYear() + "年第" + ((end.getMonthValue() - 1) / 3 + 1) + "季度";
      case YEAR -> end.getYear() + "年";
    };
  }
}

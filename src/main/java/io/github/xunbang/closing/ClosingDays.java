package io.github.xunbang.closing;

import io.github.xunbang.calendar.BusinessDay;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** On which calendar days periods freeze: the 1st, 11th, 16th and 21st (design section 4). */
final class ClosingDays {

  /** The types that freeze; DAY and WEEK never do. */
  static final List<PeriodType> FREEZING =
      List.of(
          PeriodType.XUN,
          PeriodType.HALF_MONTH,
          PeriodType.MONTH,
          PeriodType.QUARTER,
          PeriodType.YEAR);

  /** Reports taken in the last second before closing are still on their way to the ledger. */
  static final Duration SETTLING = Duration.ofSeconds(10);

  private ClosingDays() {}

  /** The freezing periods whose last day is {@code lastDay}, shortest first. */
  static List<Period> endingOn(LocalDate lastDay) {
    return FREEZING.stream()
        .map(type -> Period.containing(type, lastDay))
        .filter(period -> period.end().equals(lastDay))
        .toList();
  }

  /** The first closing day after {@code day}. */
  static LocalDate after(LocalDate day) {
    return closingDay(Stream.iterate(day.plusDays(1), next -> next.plusDays(1)));
  }

  /** The last closing day before {@code day}. */
  static LocalDate before(LocalDate day) {
    return closingDay(Stream.iterate(day.minusDays(1), earlier -> earlier.minusDays(1)));
  }

  /** When the work of closing day {@code day} is due. */
  static Instant dueAt(LocalDate day, BusinessDay businessDay) {
    return day.atTime(businessDay.closingTime())
        .atZone(businessDay.zone())
        .toInstant()
        .plus(SETTLING);
  }

  private static LocalDate closingDay(Stream<LocalDate> days) {
    return days.filter(day -> !endingOn(day.minusDays(1)).isEmpty()).findFirst().orElseThrow();
  }
}

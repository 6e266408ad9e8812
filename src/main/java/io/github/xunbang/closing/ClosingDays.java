package io.github.xunbang.closing;

import io.github.xunbang.calendar.BusinessDay;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.organization.Organization;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * On which calendar days an organization's periods freeze: the 1st, 11th, 16th and 21st, and the
 * days after its settlement day and after the end of its campaigns (design section 4).
 */
final class ClosingDays {

  /** Reports taken in the last second before closing are still on their way to the ledger. */
  static final Duration SETTLING = Duration.ofSeconds(10);

  private ClosingDays() {}

  /** The freezing periods whose last day is {@code lastDay}, shortest first, campaigns last. */
  static List<Period> endingOn(LocalDate lastDay, Organization organization) {
    return organization.freezingPeriods(lastDay).stream()
        .filter(period -> period.end().equals(lastDay))
        .toList();
  }

  /** The first closing day after {@code day}. */
  static LocalDate after(LocalDate day, Organization organization) {
    return closingDay(Stream.iterate(day.plusDays(1), next -> next.plusDays(1)), organization);
  }

  /** The last closing day before {@code day}. */
  static LocalDate before(LocalDate day, Organization organization) {
    return closingDay(
        Stream.iterate(day.minusDays(1), earlier -> earlier.minusDays(1)), organization);
  }

  /** When the work of closing day {@code day} is due. */
  static Instant dueAt(LocalDate day, BusinessDay businessDay) {
    return day.atTime(businessDay.closingTime())
        .atZone(businessDay.zone())
        .toInstant()
        .plus(SETTLING);
  }

  private static LocalDate closingDay(Stream<LocalDate> days, Organization organization) {
    return days.filter(day -> !endingOn(day.minusDays(1), organization).isEmpty())
        .findFirst()
        .orElseThrow();
  }
}

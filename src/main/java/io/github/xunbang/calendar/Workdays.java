package io.github.xunbang.calendar;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The one answer to “is this a workday”, for reminders, quotas, pacing and streaks alike (design
 * sections 2 and 4): statutory holidays and make-up workdays, the organization's own days, and a
 * person's leave.
 */
public interface Workdays {

  /** Whether the organization works on {@code day}. */
  boolean isWorkday(String organizationId, LocalDate day);

  /** Whether this person works on {@code day}. */
  boolean isWorkday(String organizationId, String memberId, LocalDate day);

  /** How many workdays the organization has from {@code first} to {@code last}, both included. */
  int count(String organizationId, LocalDate first, LocalDate last);

  /** How many workdays this person has from {@code first} to {@code last}, both included. */
  int count(String organizationId, String memberId, LocalDate first, LocalDate last);

  /**
   * The same with half days of leave as 0.5, for what shrinks in proportion. A day of which the
   * person is away one half is otherwise a workday like any other.
   */
  default BigDecimal countWithHalves(
      String organizationId, String memberId, LocalDate first, LocalDate last) {
    return BigDecimal.valueOf(count(organizationId, memberId, first, last));
  }

  /** The name of the statutory holiday on {@code day}, for people: 春节. */
  Optional<String> holiday(LocalDate day);

  /** Whether the statutory table knows {@code year}; without it Monday to Friday are workdays. */
  boolean knows(int year);

  /**
   * From which day on plans reach into {@code year}, so that managers should hear when its holidays
   * are not known: 20 December before. They are published in November.
   */
  static LocalDate plannedFrom(int year) {
    return LocalDate.of(year - 1, 12, 20);
  }
}

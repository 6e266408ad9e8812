package io.github.xunbang.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** What a date word means, as far as it can be known. */
public sealed interface DateReading {

  /** The day it names; it may lie in the future, which the reader of the word may refuse. */
  record Resolved(LocalDate date) implements DateReading {}

  /**
   * After midnight 昨天 has two meanings and is asked.
   *
   * @param calendarDay counted from the calendar day, the later date
   * @param businessDay counted from the business day that still runs, the earlier date
   */
  record Ambiguous(LocalDate calendarDay, LocalDate businessDay) implements DateReading {}

  /**
   * Date and weekday do not fit.
   *
   * @param date the date that was written
   * @param said the weekday that was written beside it
   */
  record Contradiction(LocalDate date, DayOfWeek said) implements DateReading {

    /** {@code 12月2日是周三，不是周四}. */
    public String sentence() {
      return DateText.shortDay(date)
          + "是"
          + DateText.weekday(date)
          + "，不是"
          + DateText.weekday(date.with(said));
    }
  }

  /** A date that no calendar has, such as 2月30日; {@code text} as it was written. */
  record Invalid(String text) implements DateReading {}
}

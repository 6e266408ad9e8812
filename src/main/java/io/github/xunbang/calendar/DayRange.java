package io.github.xunbang.calendar;

import java.time.LocalDate;
import java.util.stream.Stream;

/**
 * Days in a row, both ends included.
 *
 * @param start first day
 * @param end last day
 */
public record DayRange(LocalDate start, LocalDate end) {

  /** How many days. */
  public int length() {
    return (int) (end.toEpochDay() - start.toEpochDay()) + 1;
  }

  /** Every day in order. */
  public Stream<LocalDate> days() {
    return start.datesUntil(end.plusDays(1));
  }

  /** What people read and may type again: {@code 2026-12-25}, {@code 2026-12-25到12-27}. */
  public String text() {
    if (start.equals(end)) {
      return start.toString();
    }
    boolean sameYear = start.getYear() == end.getYear();
    return start + "到" + (sameYear ? end.toString().substring(5) : end.toString());
  }
}

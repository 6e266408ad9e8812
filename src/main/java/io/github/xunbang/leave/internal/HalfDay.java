package io.github.xunbang.leave.internal;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.leave.DayPart;
import java.time.LocalDate;
import java.util.Comparator;

/** The morning or the afternoon of a business day: the smallest piece of leave. */
record HalfDay(LocalDate day, boolean afternoon) implements Comparable<HalfDay> {

  private static final Comparator<HalfDay> ORDER =
      Comparator.comparing(HalfDay::day).thenComparing(HalfDay::afternoon);

  static HalfDay morning(LocalDate day) {
    return new HalfDay(day, false);
  }

  static HalfDay afternoon(LocalDate day) {
    return new HalfDay(day, true);
  }

  /** What {@link #key()} wrote. */
  static HalfDay parse(String key) {
    return new HalfDay(LocalDate.parse(key.substring(0, key.length() - 2)), key.endsWith("PM"));
  }

  /** {@code 2026-12-04AM}, for storing. */
  String key() {
    return day + (afternoon ? "PM" : "AM");
  }

  HalfDay next() {
    return plus(1);
  }

  HalfDay previous() {
    return plus(-1);
  }

  /** {@code halves} half days on. */
  HalfDay plus(int halves) {
    int fromMorning = halves + (afternoon ? 1 : 0);
    return new HalfDay(
        day.plusDays(Math.floorDiv(fromMorning, 2)), Math.floorMod(fromMorning, 2) == 1);
  }

  boolean isBefore(HalfDay other) {
    return compareTo(other) < 0;
  }

  boolean isAfter(HalfDay other) {
    return compareTo(other) > 0;
  }

  @Override
  public int compareTo(HalfDay other) {
    return ORDER.compare(this, other);
  }

  DayPart part() {
    return afternoon ? DayPart.AFTERNOON : DayPart.MORNING;
  }

  /** {@code 12月4日(周五)下午}. */
  String text() {
    return DateText.day(day) + part().word();
  }

  /** As the first half day at work: {@code 12月4日(周五)}, the afternoon by name. */
  String textOfReturn() {
    return DateText.day(day) + (afternoon ? part().word() : "");
  }
}

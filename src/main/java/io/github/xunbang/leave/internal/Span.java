package io.github.xunbang.leave.internal;

import io.github.xunbang.calendar.DateText;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of half days, both ends included; a whole day is its morning and its afternoon. Its
 * ends may stand the wrong way round until somebody has checked them.
 */
record Span(HalfDay from, HalfDay to) {

  static Span days(LocalDate first, LocalDate last) {
    return new Span(HalfDay.morning(first), HalfDay.afternoon(last));
  }

  /** The day, or the half of it that {@code afternoon} names. */
  static Span of(LocalDate day, @Nullable Boolean afternoon) {
    return afternoon == null
        ? days(day, day)
        : new Span(new HalfDay(day, afternoon), new HalfDay(day, afternoon));
  }

  /** What {@link #key()} wrote. */
  static Span parse(String key) {
    int slash = key.indexOf('/');
    return new Span(
        HalfDay.parse(key.substring(0, slash)), HalfDay.parse(key.substring(slash + 1)));
  }

  /** {@code 2026-12-04AM/2026-12-05PM}, for storing. */
  String key() {
    return from.key() + "/" + to.key();
  }

  LocalDate first() {
    return from.day();
  }

  LocalDate last() {
    return to.day();
  }

  boolean reversed() {
    return to.isBefore(from);
  }

  boolean isOneWholeDay() {
    return equals(days(first(), first()));
  }

  /** Whether the first day is worked until noon. */
  boolean startsAtNoon() {
    return from.afternoon();
  }

  /** Whether the last day is worked from noon on. */
  boolean endsAtNoon() {
    return !to.afternoon();
  }

  boolean covers(HalfDay half) {
    return !half.isBefore(from) && !half.isAfter(to);
  }

  boolean overlaps(Span other) {
    return !from.isAfter(other.to) && !to.isBefore(other.from);
  }

  Span until(HalfDay newLast) {
    return new Span(from, newLast);
  }

  /** This many half days from the same beginning. */
  Span lasting(int halves) {
    return new Span(from, from.plus(halves - 1));
  }

  /** {@code 12月4日(周五)}, {@code 12月4日(周五)下午}, {@code 12月4日(周五)下午-12月7日(周一)}. */
  String text() {
    if (isOneWholeDay()) {
      return DateText.day(first());
    }
    if (from.equals(to)) {
      return from.text();
    }
    String begin = startsAtNoon() ? from.text() : DateText.day(first());
    return begin + "-" + (endsAtNoon() ? to.text() : DateText.day(last()));
  }
}

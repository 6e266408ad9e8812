package io.github.xunbang.leave.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which stretches a request without its date or its half may mean: one when only one is likely,
 * else those that the person is asked about.
 */
final class LeaveChoices {

  private final LeaveDates dates;
  private final LocalDate today;

  LeaveChoices(LeaveDates dates) {
    this.dates = dates;
    this.today = dates.today();
  }

  /** 半天 without a date: what is left of today, and tomorrow when that is no choice. */
  List<Span> anyHalf() {
    List<Span> left = halves(today).filter(half -> !dates.isOver(half.from())).toList();
    return left.size() > 1
        ? left
        : Stream.concat(left.stream(), halves(today.plusDays(1))).toList();
  }

  /** 上午 or 下午 without a date: today's; when that is over, perhaps tomorrow's. */
  List<Span> half(boolean afternoon) {
    Span now = Span.of(today, afternoon);
    return dates.isOver(now.from())
        ? List.of(now, Span.of(today.plusDays(1), afternoon))
        : List.of(now);
  }

  /** Three days, from today or from tomorrow. */
  List<Span> lasting(int halves) {
    return Stream.of(today, today.plusDays(1))
        .map(day -> Span.days(day, day).lasting(halves))
        .toList();
  }

  /** The two halves of a day. */
  static List<Span> halvesOf(LocalDate day) {
    return halves(day).toList();
  }

  private static Stream<Span> halves(LocalDate day) {
    return Stream.of(Span.of(day, false), Span.of(day, true));
  }
}

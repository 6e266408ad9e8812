package io.github.xunbang.leave.internal;

import io.github.xunbang.leave.DayPart;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The halves of one month's days on which one member is away; two halves of a day, asked for
 * together or apart, are the whole day.
 *
 * @param mornings bit 0 is the first of the month
 * @param afternoons likewise
 */
record AwayDays(int mornings, int afternoons) {

  static final AwayDays NONE = new AwayDays(0, 0);

  AwayDays and(HalfDay half) {
    int bit = 1 << (half.day().getDayOfMonth() - 1);
    return half.afternoon()
        ? new AwayDays(mornings, afternoons | bit)
        : new AwayDays(mornings | bit, afternoons);
  }

  boolean isEmpty() {
    return (mornings | afternoons) == 0;
  }

  /** The days away as a whole. */
  int days() {
    return mornings & afternoons;
  }

  boolean isAway(LocalDate day) {
    return isSet(days(), day);
  }

  boolean isHalf(LocalDate day) {
    return isSet(mornings ^ afternoons, day);
  }

  /** How much of {@code day} the member is away, if at all. */
  Optional<DayPart> part(LocalDate day) {
    if (isAway(day)) {
      return Optional.of(DayPart.DAY);
    }
    return isHalf(day)
        ? Optional.of(isSet(mornings, day) ? DayPart.MORNING : DayPart.AFTERNOON)
        : Optional.empty();
  }

  private static boolean isSet(int days, LocalDate day) {
    return (days >> (day.getDayOfMonth() - 1) & 1) == 1;
  }
}

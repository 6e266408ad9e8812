package io.github.xunbang.incentive.rule;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who of those that meet the conditions gets something. */
public sealed interface Selection {

  /** What it compares people by, or empty for {@link Everyone}. */
  default Optional<Measure> measure() {
    if (this instanceof Best best) {
      return Optional.of(best.by());
    }
    if (this instanceof Last last) {
      return Optional.of(last.by());
    }
    return this instanceof Race race
        ? Optional.of(new Measure.Value(race.metricId()))
        : Optional.empty();
  }

  /** Each of them. */
  record Everyone() implements Selection {}

  /**
   * The best by a measure; nobody with a value of 0 where more is better. Equal places share the
   * amounts of the places they fill; a tie at the last paid place is left to a person.
   *
   * @param places the last place that counts
   */
  record Best(Measure by, int places) implements Selection {}

  /**
   * The last by a measure, place 1 being the very last. Cut so that it never meets the {@link Best}
   * of the same measure, audience and period in the same scheme, nor more than half of those ranked
   * (S-83).
   */
  record Last(Measure by, int places) implements Selection {}

  /**
   * The first to reach a line, by the instant from which the running total of the period stayed at
   * or above it (S-86). Open places go to those who reached the fallback line, by that instant,
   * with the full amounts of their places (S-87).
   *
   * @param line the line to reach
   * @param fallback the line that fills open places, or null
   */
  record Race(String metricId, Limit line, int places, @Nullable Limit fallback)
      implements Selection {}
}

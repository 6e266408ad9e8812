package io.github.xunbang.ranking;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.metric.Metric;
import org.jspecify.annotations.Nullable;

/**
 * How a board is ranked.
 *
 * @param basis what is compared
 * @param direction whether more or less is better
 * @param ties how equal values stand
 * @param announced whether posts show it: sums and derived metrics; others only when asked for
 * @param growth what each value is set against, or null
 */
public record Terms(
    Basis basis,
    Metric.Direction direction,
    Ties ties,
    boolean announced,
    @Nullable Growth growth) {

  /** The metric's value, or its share of the target in percent (S-67). */
  public enum Basis {
    VALUE,
    ATTAINMENT
  }

  /**
   * Equal values share a place (1-1-3), or among the first ten who got there first stands first.
   */
  public enum Ties {
    SHARED,
    FIRST
  }

  /**
   * A column beside the value (S-72).
   *
   * @param kind against what
   * @param against the earlier period
   */
  public record Growth(Kind kind, Period against) {

    /** 同比 or 环比. */
    public enum Kind {
      YEAR("同比"),
      PREVIOUS("环比");

      private final String word;

      Kind(String word) {
        this.word = word;
      }

      /** What people read and type. */
      public String word() {
        return word;
      }
    }
  }

  /** More is better, equal values share a place: what every board was before there were others. */
  public static final Terms PLAIN =
      new Terms(Basis.VALUE, Metric.Direction.HIGHER, Ties.SHARED, true, null);

  Terms with(@Nullable Growth column) {
    return new Terms(basis, direction, ties, announced, column);
  }
}

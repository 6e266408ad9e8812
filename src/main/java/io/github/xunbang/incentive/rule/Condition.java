package io.github.xunbang.incentive.rule;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Something that must hold. With {@code consecutive} above 1 it must hold in this period and in
 * each of the periods of the same kind just before it, and the subject must have been there from
 * the first day of the first one (S-103, S-104, S-106).
 *
 * @param of the subject itself or its home unit (S-89)
 * @param measure what is counted
 * @param min least value, or null for none
 * @param minInclusive whether the least value itself is enough
 * @param max greatest value, or null for none
 * @param maxInclusive whether the greatest value itself is allowed
 * @param consecutive over how many periods, at least 1
 */
public record Condition(
    Of of,
    Measure measure,
    @Nullable Limit min,
    boolean minInclusive,
    @Nullable Limit max,
    boolean maxInclusive,
    int consecutive) {

  /** Whose measure. */
  public enum Of {
    SELF,
    HOME_UNIT
  }

  public Condition {
    if (min == null && max == null) {
      throw new IllegalArgumentException("A condition needs a limit");
    }
    if (consecutive < 1) {
      throw new IllegalArgumentException("Periods in a row: " + consecutive);
    }
  }

  /** At least this number, inclusive (S-59, S-89). */
  public static Condition atLeast(Measure measure, BigDecimal number) {
    return new Condition(Of.SELF, measure, new Limit.Number(number), true, null, false, 1);
  }

  /** Between two numbers, both inclusive (S-101). */
  public static Condition between(Measure measure, BigDecimal low, BigDecimal high) {
    return new Condition(
        Of.SELF, measure, new Limit.Number(low), true, new Limit.Number(high), true, 1);
  }

  /** Whether it is a closed band of two numbers, whose ends are cliffs (S-101). */
  public boolean isBand() {
    return min instanceof Limit.Number && max instanceof Limit.Number;
  }
}

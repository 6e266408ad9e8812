package io.github.xunbang.incentive.rule;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Limits and follow-ups of a rule.
 *
 * @param most the most one subject gets per period, or null (封顶)
 * @param warns whether a rule over several periods in a row gives a notice in the ones before
 *     (S-106: month 1 and 2)
 * @param retestMonths after how many months the owner is reminded of a re-test, 0 for never (S-107)
 */
public record Guard(@Nullable BigDecimal most, boolean warns, int retestMonths) {

  /** No limit, no follow-up. */
  public static final Guard NONE = new Guard(null, false, 0);
}

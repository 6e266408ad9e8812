package io.github.xunbang.target.internal;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A target as somebody wants it.
 *
 * @param base the target, or null for a share rule and for 取消
 * @param stretch the 奋斗 target, or null
 * @param share percent of what the responsible units should reach (S-50), or null
 * @param leaveShrinks whether leave shrinks it in proportion to workdays
 */
record Draft(
    @Nullable BigDecimal base,
    @Nullable BigDecimal stretch,
    @Nullable BigDecimal share,
    boolean leaveShrinks) {

  /** No target any more. */
  static final Draft CANCELLED = new Draft(null, null, null, false);

  static Draft of(BigDecimal base, @Nullable BigDecimal stretch) {
    return new Draft(base, stretch, null, false);
  }

  boolean isCancelled() {
    return base == null && share == null;
  }

  boolean sameAs(Draft other) {
    return same(base, other.base)
        && same(stretch, other.stretch)
        && same(share, other.share)
        && leaveShrinks == other.leaveShrinks;
  }

  private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
    return one == null || other == null ? one == other : one.compareTo(other) == 0;
  }
}

package io.github.xunbang.command;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Adds up a numeral from left to right: digits, then the scale they are counted in. 三万五 and 3w5
 * mean 35000, 三百零五 means 305, 两万三 means 23000. What fits no rule is not exact.
 */
final class NumeralSum {

  private static final long TOP = Long.MAX_VALUE;

  private BigDecimal total = BigDecimal.ZERO;
  private BigDecimal section = BigDecimal.ZERO;
  private @Nullable BigDecimal pending;
  private boolean pendingSingle;
  private boolean zeroBefore;
  private boolean decimalSeen;
  private boolean broken;
  private long lastScale;
  private long smallLimit = TOP;
  private long bigLimit = TOP;

  /** A digit or a run of digits; {@code leadingZero} for 05. */
  void literal(BigDecimal value, boolean leadingZero) {
    boolean decimal = value.scale() > 0;
    broken |= pending != null || decimalSeen || (lastScale > 0 && (decimal || leadingZero));
    decimalSeen |= decimal;
    pending = value;
    pendingSingle = value.signum() > 0 && value.compareTo(BigDecimal.TEN) < 0 && !decimal;
  }

  /** 零 inside a numeral. */
  void zero() {
    broken |= pending != null || lastScale == 0;
    zeroBefore = true;
  }

  /** 十 百 千 k. */
  void smallScale(long scale) {
    broken |= scale >= smallLimit || (lastScale > 0 && decimalSeen);
    BigDecimal times = pending;
    if (times == null) {
      broken |= scale != 10;
      times = BigDecimal.ONE;
    }
    section = section.add(times.multiply(BigDecimal.valueOf(scale)));
    pending = null;
    zeroBefore = false;
    smallLimit = scale;
    lastScale = scale;
  }

  /** 万 w 亿. */
  void bigScale(long scale) {
    if (pending != null) {
      BigDecimal times = pending;
      boolean insideSection = smallLimit != TOP;
      broken |= insideSection && times.compareTo(BigDecimal.valueOf(lastScale)) >= 0;
      section = section.add(insideSection ? tailFactor(times).multiply(times) : times);
      pending = null;
    }
    broken |= scale >= bigLimit || section.signum() == 0;
    total = total.add(section.multiply(BigDecimal.valueOf(scale)));
    section = BigDecimal.ZERO;
    zeroBefore = false;
    bigLimit = scale;
    smallLimit = TOP;
    lastScale = scale;
  }

  boolean empty() {
    return pending == null && lastScale == 0 && !zeroBefore;
  }

  boolean scaled() {
    return lastScale > 10;
  }

  boolean afterScale() {
    return lastScale > 0 && pending == null;
  }

  /** Whether the numeral ends like 三万五, where the last digit counts a tenth of the scale. */
  boolean endsInShortTail() {
    return pending != null && pendingSingle && lastScale >= 10_000 && !zeroBefore;
  }

  /** The exact value, or null when the numeral fits no rule. */
  @Nullable BigDecimal value() {
    if (broken || empty()) {
      return null;
    }
    BigDecimal last = pending;
    if (last == null) {
      return zeroBefore ? null : total.add(section);
    }
    if (lastScale > 0 && last.compareTo(BigDecimal.valueOf(lastScale)) >= 0) {
      return null;
    }
    return total.add(section).add(last.multiply(tailFactor(last)));
  }

  private BigDecimal tailFactor(BigDecimal last) {
    boolean shortTail = lastScale > 10 && !zeroBefore && pendingSingle && last.signum() > 0;
    return shortTail ? BigDecimal.valueOf(lastScale / 10) : BigDecimal.ONE;
  }
}

package io.github.xunbang.incentive.engine.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An exact quotient: a third of a target stays a third until the amount is rounded at the end.
 * Equal by {@link #compareTo}, not by {@code equals}: 1/2 and 2/4 are different records.
 *
 * @param top numerator
 * @param bottom denominator, above 0; 0 only for {@link #BOUNDLESS}
 */
record Fraction(BigDecimal top, BigDecimal bottom) implements Comparable<Fraction> {

  static final Fraction ZERO = of(BigDecimal.ZERO);
  static final Fraction ONE = of(BigDecimal.ONE);

  /** Above every number: the attainment of none at all where less is better. Never an amount. */
  static final Fraction BOUNDLESS = new Fraction(BigDecimal.ONE, BigDecimal.ZERO);

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  Fraction {
    if (bottom.signum() < 0 || bottom.signum() == 0 && top.signum() <= 0) {
      throw new IllegalArgumentException("Denominator must be above 0: " + bottom);
    }
  }

  static Fraction of(BigDecimal value) {
    return new Fraction(value, BigDecimal.ONE);
  }

  static Fraction of(int value) {
    return of(BigDecimal.valueOf(value));
  }

  /** {@code part} in percent of {@code whole}, which is above 0. */
  static Fraction percent(BigDecimal part, BigDecimal whole) {
    return new Fraction(part.multiply(HUNDRED), whole);
  }

  /** This many percent as a factor: 85 gives 0.85. */
  Fraction hundredth() {
    return new Fraction(top, bottom.multiply(HUNDRED));
  }

  Fraction plus(Fraction other) {
    return bottom.compareTo(other.bottom) == 0
        ? new Fraction(top.add(other.top), bottom)
        : new Fraction(
            top.multiply(other.bottom).add(other.top.multiply(bottom)),
            bottom.multiply(other.bottom));
  }

  Fraction times(Fraction other) {
    return new Fraction(top.multiply(other.top), bottom.multiply(other.bottom));
  }

  Fraction times(BigDecimal other) {
    return new Fraction(top.multiply(other), bottom);
  }

  Fraction within(Fraction least, Fraction most) {
    return compareTo(least) < 0 ? least : compareTo(most) > 0 ? most : this;
  }

  /** Whether it is a number at all, and so can be rounded and shown. */
  boolean isFinite() {
    return bottom.signum() > 0;
  }

  int signum() {
    return top.signum();
  }

  BigDecimal rounded(int scale, RoundingMode mode) {
    return top.divide(bottom, scale, mode);
  }

  /** Rounded half up to the cent. */
  BigDecimal cents() {
    return rounded(2, RoundingMode.HALF_UP);
  }

  /** Whether {@code scale} decimals hold it exactly. */
  boolean fits(int scale) {
    return compareTo(of(rounded(scale, RoundingMode.DOWN))) == 0;
  }

  int compareTo(BigDecimal other) {
    return top.compareTo(other.multiply(bottom));
  }

  @Override
  public int compareTo(Fraction other) {
    return top.multiply(other.bottom).compareTo(other.top.multiply(bottom));
  }
}

package io.github.xunbang.incentive.rule;

import java.math.BigDecimal;
import java.util.Map;

/**
 * A unit's award shared among the members whose home it is (or lies below it) on the period's last
 * day: coefficient ÷ sum of coefficients, rounded down to the cent, the cents left over to the
 * greatest share, of equal ones to who joined first (S-92).
 *
 * @param coefficients by job
 * @param others of every other job; 0 leaves them out
 */
public record Sharing(Map<String, BigDecimal> coefficients, BigDecimal others) {

  public Sharing {
    coefficients = Map.copyOf(coefficients);
  }

  /** The coefficient of a job. */
  public BigDecimal of(@org.jspecify.annotations.Nullable String position) {
    return position == null ? others : coefficients.getOrDefault(position, others);
  }
}

package io.github.xunbang.deal;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Money that came for a deal, as it stands after corrections; what it was before stays readable in
 * the deal's acts.
 *
 * @param number 1, 2 … within the deal; people type {@code 回款1}
 * @param amount 元, more than 0, with at most two decimals
 * @param refunded 元 given back of it, 0 up to the amount
 * @param paidOn business day on which it came
 */
public record Payment(int number, BigDecimal amount, BigDecimal refunded, LocalDate paidOn) {

  public Payment {
    if (amount.signum() <= 0 || refunded.signum() < 0 || refunded.compareTo(amount) > 0) {
      throw new IllegalArgumentException("Impossible payment: " + amount + " less " + refunded);
    }
  }

  /** What is left of it, in 元. */
  public BigDecimal kept() {
    return amount.subtract(refunded);
  }
}

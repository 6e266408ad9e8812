package io.github.xunbang.command;

import java.math.BigDecimal;

/** How numbers are written in replies; {@link ChineseNumber#parse} reads them back exactly. */
public final class NumberText {

  private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private NumberText() {}

  /** Plain digits without trailing zeros: {@code 12}, {@code 0.5}. */
  public static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  /** An amount in 元: {@code 3.5万} from ten thousand on when two decimals hold it, else digits. */
  public static String amount(BigDecimal value) {
    if (value.abs().compareTo(TEN_THOUSAND) >= 0 && value.remainder(HUNDRED).signum() == 0) {
      return plain(value.divide(TEN_THOUSAND)) + "万";
    }
    return plain(value);
  }
}

package io.github.xunbang.ranking;

import io.github.xunbang.command.NumberText;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Writes figures as people say them: {@code 24个}, {@code 2800元}, {@code 3.5万}. The one place in
 * this room that formats a number.
 */
public final class FigureText {

  private static final String YUAN = "元";
  private static final String PERCENT = "%";

  private FigureText() {}

  /** The exact number with its unit, a percentage to two decimals; an amount in 万 needs none. */
  public static String of(BigDecimal value, String unit) {
    if (PERCENT.equals(unit)) {
      return points(value) + unit;
    }
    if (!YUAN.equals(unit)) {
      return NumberText.plain(value) + unit;
    }
    String amount = NumberText.amount(value);
    return amount.endsWith("万") ? amount : amount + unit;
  }

  /** A percentage without its sign, {@code 23.08}. */
  static String points(BigDecimal value) {
    return NumberText.plain(value.setScale(2, RoundingMode.HALF_UP));
  }
}

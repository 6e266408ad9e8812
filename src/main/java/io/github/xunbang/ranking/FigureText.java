package io.github.xunbang.ranking;

import io.github.xunbang.command.NumberText;
import java.math.BigDecimal;

/**
 * Writes figures as people say them: {@code 24个}, {@code 2800元}, {@code 3.5万}. The one place in
 * this room that formats a number.
 */
public final class FigureText {

  private static final String YUAN = "元";

  private FigureText() {}

  /** The exact number with its unit; an amount in 万 needs none. */
  public static String of(BigDecimal value, String unit) {
    if (!YUAN.equals(unit)) {
      return NumberText.plain(value) + unit;
    }
    String amount = NumberText.amount(value);
    return amount.endsWith("万") ? amount : amount + unit;
  }
}

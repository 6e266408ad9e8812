package io.github.xunbang.metric;

import io.github.xunbang.command.NumberText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Writes figures as people say them: {@code 24个}, {@code 2800元}, {@code 3.5万}, {@code 9.6%}. The
 * one place that turns a metric's value into text.
 */
public final class FigureText {

  private static final String YUAN = "元";
  private static final String PERCENT = "%";

  private FigureText() {}

  /** The exact value with its unit: {@code 24单}; a ratio with its percent sign. */
  public static String of(Metric metric, BigDecimal value) {
    return of(value, metric.kind() == Metric.Kind.RATIO ? PERCENT : metric.unit());
  }

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

  /** The number without its unit, as behind a metric's name: {@code 3.5万}; 无 when there is none. */
  public static String number(Metric metric, @Nullable BigDecimal value) {
    if (value == null) {
      return "无";
    }
    return switch (metric.kind()) {
      case AMOUNT -> NumberText.amount(value);
      case RATIO -> points(value) + PERCENT;
      case COUNT, NUMBER -> NumberText.plain(value);
    };
  }

  /** A percentage without its sign, {@code 23.08}. */
  public static String points(BigDecimal value) {
    return NumberText.plain(value.setScale(2, RoundingMode.HALF_UP));
  }
}

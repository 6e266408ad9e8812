package io.github.xunbang.metric;

import io.github.xunbang.command.NumberText;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Writes figures as people say them: {@code 24个}, {@code 2800元}, {@code 3.5万}, {@code 9.6%}. The
 * one place that turns a metric's value into text.
 */
public final class FigureText {

  private static final String YUAN = "元";

  private FigureText() {}

  /** The exact value with its unit: {@code 24单}; a ratio with its percent sign. */
  public static String of(Metric metric, BigDecimal value) {
    return of(value, metric.kind() == Metric.Kind.RATIO ? "%" : metric.unit());
  }

  /** The exact number with its unit; an amount in 万 needs none. */
  public static String of(BigDecimal value, String unit) {
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
    return metric.kind() == Metric.Kind.AMOUNT ? NumberText.amount(value) : NumberText.plain(value);
  }
}

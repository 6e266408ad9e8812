package io.github.xunbang.target.internal;

import io.github.xunbang.command.NumberText;
import io.github.xunbang.command.ParsedNumber;
import io.github.xunbang.metric.FigureText;
import io.github.xunbang.metric.Metric;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks typed numbers: every target is above 0, of a size beyond doubt, and in whole or half
 * pieces.
 */
final class Values {

  private static final BigDecimal DOUBTFUL = BigDecimal.valueOf(100);
  private static final BigDecimal GREATEST = BigDecimal.valueOf(1_000_000_000_000L);

  private final TargetCall context;

  Values(TargetCall context) {
    this.context = context;
  }

  /**
   * The value in the metric's unit.
   *
   * @throws io.github.xunbang.command.CommandRejectedException with what is wrong
   */
  BigDecimal checked(Metric metric, ParsedNumber number) {
    BigDecimal value = number.value();
    String shown = NumberText.plain(value);
    boolean money = metric.kind() == Metric.Kind.AMOUNT;
    if (money && !number.unitKnown() && value.compareTo(DOUBTFUL) < 0) {
      throw context.rejection("amountUnit", Map.of("metric", metric.name(), "number", shown));
    }
    if (value.signum() <= 0) {
      throw context.rejection("notPositive", Map.of("metric", metric.name()));
    }
    if (value.compareTo(GREATEST) > 0) {
      throw context.rejection("tooBig", Map.of("metric", metric.name()));
    }
    if (number.percent() != (metric.kind() == Metric.Kind.RATIO) && number.percent()) {
      throw context.rejection("percent", Map.of("metric", metric.name()));
    }
    if (!fits(metric, value)) {
      throw context.rejection("pieces", Map.of("metric", metric.name(), "number", shown));
    }
    return value;
  }

  /** Base and stretch together: 奋斗 asks for more, or for less where less is better. */
  Draft draft(Metric metric, ParsedNumber base, @Nullable ParsedNumber stretch, boolean leave) {
    BigDecimal value = checked(metric, base);
    BigDecimal further = stretch == null ? null : checked(metric, stretch);
    if (further != null) {
      boolean lower = Steps.lowerIsBetter(metric);
      int order = further.compareTo(value);
      if (lower ? order > 0 : order < 0) {
        throw context.rejection(
            lower ? "stretchAbove" : "stretchBelow",
            Map.of(
                "metric", metric.name(),
                "base", FigureText.of(metric, value),
                "stretch", FigureText.of(metric, further)));
      }
    }
    return new Draft(value, further, null, leave);
  }

  private static boolean fits(Metric metric, BigDecimal value) {
    return switch (metric.kind()) {
      case COUNT -> value.add(value).stripTrailingZeros().scale() <= 0;
      case AMOUNT, NUMBER, RATIO -> value.stripTrailingZeros().scale() <= 2;
    };
  }
}

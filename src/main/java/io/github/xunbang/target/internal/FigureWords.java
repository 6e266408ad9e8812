package io.github.xunbang.target.internal;

import io.github.xunbang.command.NumberText;
import io.github.xunbang.metric.Metric;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Figures as people say them: 24单, 2800元, 3.5万, 9.6%. */
final class FigureWords {

  private static final String YUAN = "元";

  private FigureWords() {}

  static String of(Metric metric, BigDecimal value) {
    if (metric.kind() == Metric.Kind.RATIO) {
      return NumberText.plain(value.setScale(2, RoundingMode.HALF_UP)) + "%";
    }
    if (!YUAN.equals(metric.unit())) {
      return NumberText.plain(value) + metric.unit();
    }
    String amount = NumberText.amount(value);
    return amount.endsWith("万") ? amount : amount + YUAN;
  }

  static String plain(BigDecimal value) {
    return NumberText.plain(value);
  }
}

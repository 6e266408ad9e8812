package io.github.xunbang.incentive.engine.internal;

import io.github.xunbang.command.NumberText;
import io.github.xunbang.incentive.rule.Measure;
import io.github.xunbang.incentive.rule.Rule;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers in working lines: in digits, for somebody who types them into a pocket calculator. */
final class Numbers {

  /** More decimals are of no use to anybody; such a number is marked as rounded. */
  private static final int SHOWN_DECIMALS = 6;

  private static final String ROUNDED = "约";
  private static final String BOUNDLESS = "一个没有，算全部达成";

  private Numbers() {}

  static String of(BigDecimal value) {
    return of(Fraction.of(value));
  }

  static String of(Fraction value) {
    if (!value.isFinite()) {
      return BOUNDLESS;
    }
    return value.fits(SHOWN_DECIMALS)
        ? NumberText.plain(value.rounded(SHOWN_DECIMALS, RoundingMode.HALF_UP))
        : ROUNDED + NumberText.plain(value.cents());
  }

  static String money(BigDecimal amount, Rule.Currency currency) {
    return NumberText.plain(amount) + unit(currency);
  }

  static String money(Fraction amount, Rule.Currency currency) {
    return of(amount) + unit(currency);
  }

  static String unit(Rule.Currency currency) {
    return currency == Rule.Currency.YUAN ? "元" : "分";
  }

  /** The measure's value with its unit: {@code 17单}, {@code 85%}. */
  static String measured(Fraction value, Measure measure, Measures measures) {
    return value.isFinite() ? of(value) + unit(measure, measures) : BOUNDLESS;
  }

  static String unit(Measure measure, Measures measures) {
    if (measure instanceof Measure.Value value) {
      return measures.metric(value.metricId()).unit();
    }
    if (measure instanceof Measure.Shortfall shortfall) {
      return measures.metric(shortfall.metricId()).unit();
    }
    if (measure instanceof Measure.Attainment || measure instanceof Measure.ShareOfUnits) {
      return "%";
    }
    if (measure instanceof Measure.Score || measure instanceof Measure.Weighted) {
      return "分";
    }
    return measure instanceof Measure.Votes ? "票" : "次";
  }
}

package io.github.xunbang.ranking.internal;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.command.NumberText;
import io.github.xunbang.metric.FigureText;
import io.github.xunbang.metric.Formula;
import io.github.xunbang.metric.Metric;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** How a figure comes about, in one line with the numbers put in. */
final class FormulaText {

  private final Map<String, Metric> metrics;
  private final Map<String, BigDecimal> values;

  /**
   * Formulas over these values.
   *
   * @param metrics by id
   * @param values of the subject in the period, by metric id
   */
  FormulaText(Map<String, Metric> metrics, Map<String, BigDecimal> values) {
    this.metrics = metrics;
    this.values = values;
  }

  /** The line after 算法 for somebody who may not know the parts. */
  String withoutNumbers(Metric metric, Period period) {
    Formula formula = metric.formula();
    if (formula instanceof Formula.Ratio ratio) {
      return names(ratio);
    }
    return formula instanceof Formula.Weighted weighted ? names(weighted) : rollUp(metric, period);
  }

  /** The line after 算法, with the numbers put in. */
  String of(Metric metric, Period period, boolean unit) {
    Formula formula = metric.formula();
    if (formula instanceof Formula.Ratio ratio) {
      return ratio(metric, ratio);
    }
    if (formula instanceof Formula.Weighted weighted) {
      return weighted(metric, weighted);
    }
    return rollUp(metric, period) + (unit ? unitRule(metric) : "");
  }

  private static String rollUp(Metric metric, Period period) {
    if (metric.rollUp() == Metric.RollUp.SUM && period.days().anyMatch(metric::isFedOn)) {
      return period.days().allMatch(metric::isFedOn) ? "每笔自动计入的加起来，日报里写的只核对" : "登记的和自动计入的都加起来";
    }
    return switch (metric.rollUp()) {
      case SUM -> "每天的数加起来，同一天以最后登记为准";
      case LAST -> "取时段里最后登记的那天";
      case MAX -> "取时段里最大的一天";
      case AVG -> "有数的各天取平均";
    };
  }

  private static String unitRule(Metric metric) {
    return switch (metric.unitValue()) {
      case OWN -> "；只算单位自己报的";
      case MEMBERS -> "；只算成员报的合计";
      case BOTH -> "；单位自己报的加成员报的";
    };
  }

  private String ratio(Metric metric, Formula.Ratio ratio) {
    BigDecimal value = values.get(metric.id());
    String numbers =
        value == null
            ? "分母是0，没有数值（—）"
            : number(ratio.numeratorId())
                + "÷"
                + number(ratio.denominatorId())
                + "×100="
                + FigureText.of(value, metric.unit());
    return names(ratio) + "：" + numbers;
  }

  private String weighted(Metric metric, Formula.Weighted weighted) {
    String numbers =
        weighted.terms().stream()
            .map(term -> number(term.metricId()) + "×" + NumberText.plain(term.weight()))
            .collect(Collectors.joining("+"));
    BigDecimal value = values.get(metric.id());
    return names(weighted)
        + "="
        + numbers
        + (value == null ? "" : "=" + FigureText.of(value, metric.unit()));
  }

  private String names(Formula.Ratio ratio) {
    return name(ratio.numeratorId()) + "÷" + name(ratio.denominatorId()) + "×100，先各自合计再相除";
  }

  private String names(Formula.Weighted weighted) {
    return weighted.terms().stream()
        .map(term -> name(term.metricId()) + "×" + NumberText.plain(term.weight()))
        .collect(Collectors.joining("+"));
  }

  private String name(String metricId) {
    Metric metric = metrics.get(metricId);
    return metric == null ? metricId : metric.name();
  }

  private String number(String metricId) {
    return NumberText.plain(Objects.requireNonNullElse(values.get(metricId), BigDecimal.ZERO));
  }
}

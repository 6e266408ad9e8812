package io.github.xunbang.report;

import io.github.xunbang.command.NumberText;
import io.github.xunbang.metric.LedgerEntry;
import io.github.xunbang.metric.Metric;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes figures the way a phone shows them: metric name and number, in the metrics' display order.
 */
final class FigureText {

  private final List<Metric> metrics;

  /**
   * {@code metrics} in display order, retired ones included so that old figures keep their names.
   */
  FigureText(List<Metric> metrics) {
    this.metrics = metrics;
  }

  /** {@code 意向客户12 签单2 回款3.5万}; empty when there is no value. */
  String values(Map<String, BigDecimal> values) {
    return metrics.stream()
        .filter(metric -> values.containsKey(metric.id()))
        .map(metric -> metric.name() + number(metric, values.get(metric.id())))
        .collect(Collectors.joining(" "));
  }

  /** {@code 意向客户5→12}: only what really changed from an earlier value. */
  String changes(Collection<LedgerEntry.Step> steps) {
    return metrics.stream()
        .flatMap(metric -> steps.stream().filter(step -> step.metricId().equals(metric.id())))
        .filter(FigureText::replaced)
        .map(this::change)
        .collect(Collectors.joining(" "));
  }

  /** {@code 意向客户5→12}, with 无 for an absent value. */
  String change(LedgerEntry.Step step) {
    Metric metric = metric(step.metricId());
    return metric.name() + number(metric, step.before()) + "→" + number(metric, step.after());
  }

  /** The number of one metric without its name; 无 when there is none. */
  static String number(Metric metric, @Nullable BigDecimal value) {
    if (value == null) {
      return "无";
    }
    return switch (metric.kind()) {
      case AMOUNT -> NumberText.amount(value);
      case RATIO -> NumberText.plain(value.setScale(2, RoundingMode.HALF_UP)) + "%";
      case COUNT, NUMBER -> NumberText.plain(value);
    };
  }

  /** The metric of this id. */
  Metric metric(String metricId) {
    return metrics.stream()
        .filter(metric -> metric.id().equals(metricId))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Unknown metric id " + metricId));
  }

  private static boolean replaced(LedgerEntry.Step step) {
    return step.before() != null
        && (step.after() == null || step.before().compareTo(step.after()) != 0);
  }
}

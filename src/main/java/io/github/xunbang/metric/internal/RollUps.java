package io.github.xunbang.metric.internal;

import io.github.xunbang.metric.Formula;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.Metric.RollUp;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How an organization's metrics make a period's value out of days; no input or output here. */
final class RollUps {

  private final Map<String, Metric> byId;
  private final List<Metric> derived;
  private final Set<String> byDay;

  /** Rules of these metrics, retired ones included: their old figures stay readable. */
  RollUps(List<Metric> metrics) {
    byId = metrics.stream().collect(Collectors.toMap(Metric::id, Function.identity()));
    derived = metrics.stream().filter(Metric::isDerived).toList();
    byDay =
        metrics.stream()
            .filter(metric -> !metric.isDerived() && metric.effectiveRollUp() != RollUp.SUM)
            .map(Metric::id)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** The metrics that running sums cannot answer. */
  Set<String> byDay() {
    return byDay;
  }

  /** Those of them whose last value is the period's. */
  List<String> lastCounts() {
    return byDay.stream().filter(id -> byId.get(id).effectiveRollUp() == RollUp.LAST).toList();
  }

  boolean isSummed(String metricId) {
    return !byDay.contains(metricId);
  }

  @Nullable Metric metric(String metricId) {
    return byId.get(metricId);
  }

  /** One subject's values, derived ones included. */
  Map<String, BigDecimal> values(Tally tally) {
    Map<String, BigDecimal> values = new HashMap<>(tally.sums());
    values.keySet().removeAll(byDay);
    tally
        .stats()
        .forEach((id, days) -> values.put(id, rounded(days.value(byId.get(id).effectiveRollUp()))));
    return withDerived(values);
  }

  /** Adds what follows from {@code values}, which is changed. */
  Map<String, BigDecimal> withDerived(Map<String, BigDecimal> values) {
    Map<String, BigDecimal> more = new HashMap<>();
    for (Metric metric : derived) {
      metric.derive(values).ifPresent(value -> more.put(metric.id(), rounded(value)));
    }
    values.putAll(more);
    return values;
  }

  /** At most four decimals, without trailing zeros; whole and exact numbers stay as they are. */
  static BigDecimal rounded(BigDecimal value) {
    if (value.scale() <= Formula.DECIMALS) {
      return value;
    }
    BigDecimal plain = value.setScale(Formula.DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }
}

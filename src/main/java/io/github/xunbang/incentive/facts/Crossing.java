package io.github.xunbang.incentive.facts;

import io.github.xunbang.metric.DaySheet;
import io.github.xunbang.metric.LedgerEntry;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The running total of one metric in the order of the entries' instants, whatever day they are for
 * and whatever order they were added in; entries of the same instant count together.
 */
final class Crossing {

  private final String metricId;
  private final TreeMap<Instant, BigDecimal> changes = new TreeMap<>();

  Crossing(String metricId) {
    this.metricId = metricId;
  }

  /** Adds the entries of one subject's day. */
  void add(DaySheet sheet) {
    for (LedgerEntry entry : sheet.entries()) {
      for (LedgerEntry.Step step : entry.steps()) {
        if (step.metricId().equals(metricId)) {
          BigDecimal change = orZero(step.after()).subtract(orZero(step.before()));
          changes.merge(entry.at(), change, BigDecimal::add);
        }
      }
    }
  }

  /** From when on the total stayed at or above the line; empty when it ended below. */
  Optional<Instant> of(BigDecimal line) {
    BigDecimal total = BigDecimal.ZERO;
    Instant crossed = null;
    for (Map.Entry<Instant, BigDecimal> change : changes.entrySet()) {
      total = total.add(change.getValue());
      if (total.compareTo(line) < 0) {
        crossed = null;
      } else if (crossed == null) {
        crossed = change.getKey();
      }
    }
    return Optional.ofNullable(crossed);
  }

  private static BigDecimal orZero(@Nullable BigDecimal value) {
    return value == null ? BigDecimal.ZERO : value;
  }
}

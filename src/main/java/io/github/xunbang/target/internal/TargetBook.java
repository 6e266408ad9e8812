package io.github.xunbang.target.internal;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.target.Subject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The targets of one bucket, found by key without looking at the others. */
final class TargetBook {

  private final List<StoredTarget> all;
  private final Map<TargetKey, StoredTarget> byKey = new HashMap<>();

  private final Set<String> metricIds = new HashSet<>();

  TargetBook(List<StoredTarget> all) {
    this.all = List.copyOf(all);
    for (StoredTarget target : all) {
      byKey.put(target.key(), target);
      metricIds.add(target.key().metricId());
    }
  }

  /** Whether anybody has a target of the metric, which for most metrics nobody has. */
  boolean mentions(String metricId) {
    return metricIds.contains(metricId);
  }

  List<StoredTarget> all() {
    return all;
  }

  Optional<StoredTarget> find(TargetKey key) {
    return Optional.ofNullable(byKey.get(key));
  }

  Optional<StoredTarget> find(Subject subject, String metricId, Period period) {
    return find(TargetKey.of(subject, metricId, period));
  }
}

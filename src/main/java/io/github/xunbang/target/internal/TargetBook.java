package io.github.xunbang.target.internal;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.target.Subject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The targets of one bucket, found by key without looking at the others. */
final class TargetBook {

  private final List<StoredTarget> all;
  private final Map<TargetKey, StoredTarget> byKey = new HashMap<>();

  TargetBook(List<StoredTarget> all) {
    this.all = List.copyOf(all);
    all.forEach(target -> byKey.put(target.key(), target));
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

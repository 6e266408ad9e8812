package io.github.xunbang.target.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A target with all its states.
 *
 * @param versions oldest first, never empty
 */
record StoredTarget(TargetKey key, List<Version> versions) {

  StoredTarget {
    versions = List.copyOf(versions);
  }

  /** The newest state unless it was cancelled. */
  Optional<Version> current() {
    return Optional.of(newest()).filter(version -> !version.draft().isCancelled());
  }

  Version newest() {
    return versions.get(versions.size() - 1);
  }

  /** The state said by {@code day}, unless that one was 取消. */
  Optional<Version> on(LocalDate day) {
    Version valid = null;
    for (Version version : versions) {
      if (!version.since().isAfter(day)) {
        valid = version;
      }
    }
    return Optional.ofNullable(valid).filter(version -> !version.draft().isCancelled());
  }

  StoredTarget with(Version version) {
    List<Version> all = new ArrayList<>(versions);
    all.add(version);
    return new StoredTarget(key, all);
  }
}

package io.github.xunbang.organization;

import java.util.Set;

/**
 * Settings have new values; published in-process after the durable write. Rooms that planned jobs
 * from a setting plan again.
 *
 * @param organizationId whose
 * @param names which settings, as in {@link Setting#name()}
 */
public record SettingsChanged(String organizationId, Set<String> names) {

  public SettingsChanged {
    names = Set.copyOf(names);
  }
}

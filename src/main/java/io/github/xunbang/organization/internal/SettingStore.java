package io.github.xunbang.organization.internal;

import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Setting;
import io.github.xunbang.organization.SettingsChanged;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Reads what was typed against the stored organization and writes it, guarded by the revision: two
 * managers who add a day off at the same moment both keep theirs.
 */
@Component
class SettingStore {

  private final OrganizationRepository repository;
  private final OrganizationCache cache;
  private final ApplicationEventPublisher events;

  SettingStore(
      OrganizationRepository repository,
      OrganizationCache cache,
      ApplicationEventPublisher events) {
    this.repository = repository;
    this.cache = cache;
    this.events = events;
  }

  /**
   * Puts the value in force and publishes {@link SettingsChanged}.
   *
   * @param check sees the organization before and after, and throws to refuse
   * @throws io.github.xunbang.command.CommandRejectedException when the value is none
   */
  void store(
      String organizationId,
      Setting setting,
      String typed,
      LocalDate today,
      BiConsumer<Organization, Organization> check) {
    try {
      repository.update(
          organizationId,
          before -> {
            Organization after = changed(before, setting, typed, today);
            check.accept(before, after);
            return after;
          });
    } finally {
      cache.forget(organizationId);
    }
    events.publishEvent(new SettingsChanged(organizationId, Set.of(setting.name())));
  }

  private static Organization changed(
      Organization before, Setting setting, String typed, LocalDate today) {
    if (setting instanceof StructureSetting structural) {
      return structural.change(typed, before, today);
    }
    Map<String, String> settings = new HashMap<>(before.settings());
    settings.putAll(setting.changes(typed, before, today));
    return OrganizationChange.settings(before, settings);
  }
}

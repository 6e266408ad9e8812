package io.github.xunbang.reminder;

import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationCreated;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.organization.SettingsChanged;
import io.github.xunbang.schedule.Timetable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Plans an organization's timetable when it begins, whenever a setting may have moved a time, and
 * at start, since a crash may have swallowed an event and a new version may bring new posts. It
 * lives here because {@code schedule} does not know organizations, nor they it.
 */
@Component
class TimetablePlanner {

  private final Timetable timetable;
  private final OrganizationService organizations;

  TimetablePlanner(Timetable timetable, OrganizationService organizations) {
    this.timetable = timetable;
    this.organizations = organizations;
  }

  @EventListener
  void onCreated(OrganizationCreated created) {
    timetable.replan(created.organizationId());
  }

  @EventListener
  void onSettingsChanged(SettingsChanged changed) {
    timetable.replan(changed.organizationId());
  }

  @EventListener(ApplicationReadyEvent.class)
  void onStart() {
    organizations.all().stream().map(Organization::id).forEach(timetable::replan);
  }
}

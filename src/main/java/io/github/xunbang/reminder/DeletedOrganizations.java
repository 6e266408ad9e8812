package io.github.xunbang.reminder;

import io.github.xunbang.organization.OrganizationDeleted;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Forgets the reminders of organizations that the simulator has reset. */
@Component("reminderDeletedOrganizations")
class DeletedOrganizations {

  private final CoolDownRepository coolDowns;

  DeletedOrganizations(CoolDownRepository coolDowns) {
    this.coolDowns = coolDowns;
  }

  @EventListener
  void onDeleted(OrganizationDeleted deleted) {
    coolDowns.delete(deleted.organizationId());
  }
}

package io.github.xunbang.leave.check;

import io.github.xunbang.organization.OrganizationDeleted;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Forgets the checks of organizations that the simulator has reset. */
@Component("checkDeletedOrganizations")
class DeletedOrganizations {

  private final DrawRepository draws;
  private final RollCallRepository rollCalls;

  DeletedOrganizations(DrawRepository draws, RollCallRepository rollCalls) {
    this.draws = draws;
    this.rollCalls = rollCalls;
  }

  @EventListener
  void onDeleted(OrganizationDeleted deleted) {
    draws.delete(deleted.organizationId());
    rollCalls.delete(deleted.organizationId());
  }
}

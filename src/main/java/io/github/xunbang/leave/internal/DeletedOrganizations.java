package io.github.xunbang.leave.internal;

import io.github.xunbang.organization.OrganizationDeleted;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Forgets the leave of organizations that the simulator has reset. */
@Component("leaveDeletedOrganizations")
class DeletedOrganizations {

  private final LeaveStore store;

  DeletedOrganizations(LeaveStore store) {
    this.store = store;
  }

  @EventListener
  void onDeleted(OrganizationDeleted deleted) {
    store.delete(deleted.organizationId());
  }
}

package io.github.xunbang.leave.outing;

import io.github.xunbang.organization.OrganizationDeleted;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Forgets the outings of organizations that the simulator has reset. */
@Component("outingDeletedOrganizations")
class DeletedOrganizations {

  private final SlipStore store;

  DeletedOrganizations(SlipStore store) {
    this.store = store;
  }

  @EventListener
  void onDeleted(OrganizationDeleted deleted) {
    store.delete(deleted.organizationId());
  }
}

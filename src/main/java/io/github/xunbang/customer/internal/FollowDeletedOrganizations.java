package io.github.xunbang.customer.internal;

import io.github.xunbang.organization.OrganizationDeleted;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Forgets the call-backs and dispatch forms of organizations that the simulator has reset. */
@Component
class FollowDeletedOrganizations {

  private final CallBackDesk callBacks;
  private final DispatchDesk dispatches;

  FollowDeletedOrganizations(CallBackDesk callBacks, DispatchDesk dispatches) {
    this.callBacks = callBacks;
    this.dispatches = dispatches;
  }

  @EventListener
  void onDeleted(OrganizationDeleted deleted) {
    callBacks.delete(deleted.organizationId());
    dispatches.delete(deleted.organizationId());
  }
}

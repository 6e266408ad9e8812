package io.github.xunbang.deal.internal;

import io.github.xunbang.organization.OrganizationDeleted;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Forgets the deals of organizations that the simulator has reset. */
@Component("dealDeletedOrganizations")
class DeletedOrganizations {

  private final PendingActRepository pending;
  private final DealRepository deals;
  private final DealRegisterRepository register;

  DeletedOrganizations(
      PendingActRepository pending, DealRepository deals, DealRegisterRepository register) {
    this.pending = pending;
    this.deals = deals;
    this.register = register;
  }

  @EventListener
  void onDeleted(OrganizationDeleted deleted) {
    pending.delete(deleted.organizationId());
    deals.delete(deleted.organizationId());
    register.delete(deleted.organizationId());
  }
}

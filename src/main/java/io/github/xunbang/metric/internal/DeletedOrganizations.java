package io.github.xunbang.metric.internal;

import io.github.xunbang.metric.Ledger;
import io.github.xunbang.organization.OrganizationDeleted;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Deletes the figures of organizations that the simulator has reset. */
@Component
class DeletedOrganizations {

  private final Ledger ledger;

  DeletedOrganizations(Ledger ledger) {
    this.ledger = ledger;
  }

  @EventListener
  void onDeleted(OrganizationDeleted deleted) {
    ledger.delete(deleted.organizationId());
  }
}

package io.github.xunbang.task.internal;

import io.github.xunbang.organization.OrganizationDeleted;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Forgets the notes and plans of organizations that the simulator has reset. */
@Component("taskDeletedOrganizations")
class DeletedOrganizations {

  private final Notes notes;
  private final PlanRepository plans;

  DeletedOrganizations(Notes notes, PlanRepository plans) {
    this.notes = notes;
    this.plans = plans;
  }

  @EventListener
  void onDeleted(OrganizationDeleted deleted) {
    notes.delete(deleted.organizationId());
    plans.delete(deleted.organizationId());
  }
}

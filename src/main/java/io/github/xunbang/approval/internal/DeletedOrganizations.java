package io.github.xunbang.approval.internal;

import io.github.xunbang.organization.OrganizationDeleted;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Forgets the questions of organizations that the simulator has reset. */
@Component("approvalDeletedOrganizations")
class DeletedOrganizations {

  private final QuestionsRepository questions;

  DeletedOrganizations(QuestionsRepository questions) {
    this.questions = questions;
  }

  @EventListener
  void onDeleted(OrganizationDeleted deleted) {
    questions.delete(deleted.organizationId());
  }
}

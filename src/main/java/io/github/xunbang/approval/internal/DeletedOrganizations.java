package io.github.xunbang.approval.internal;

import io.github.xunbang.organization.OrganizationDeleted;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Forgets the questions and requests of organizations that the simulator has reset. */
@Component("approvalDeletedOrganizations")
class DeletedOrganizations {

  private final QuestionsRepository questions;
  private final ApprovalsRepository approvals;

  DeletedOrganizations(QuestionsRepository questions, ApprovalsRepository approvals) {
    this.questions = questions;
    this.approvals = approvals;
  }

  @EventListener
  void onDeleted(OrganizationDeleted deleted) {
    questions.delete(deleted.organizationId());
    approvals.delete(deleted.organizationId());
  }
}

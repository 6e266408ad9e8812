package io.github.xunbang.deal.internal;

import io.github.xunbang.approval.Approval;
import io.github.xunbang.approval.ApprovalHandler;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.Reply;
import io.github.xunbang.organization.OrganizationService;
import org.springframework.stereotype.Component;

/** Carries 批准 of changes and hand-overs out; the same 批准 again changes nothing. */
@Component
class ChangeApprovals implements ApprovalHandler {

  private final OrganizationService organizations;
  private final DealChanges changes;
  private final DealHandOver handOver;
  private final SigningTexts texts;

  ChangeApprovals(
      OrganizationService organizations,
      DealChanges changes,
      DealHandOver handOver,
      SigningTexts texts) {
    this.organizations = organizations;
    this.changes = changes;
    this.handOver = handOver;
    this.texts = texts;
  }

  @Override
  public String kind() {
    return DealChanges.APPROVAL;
  }

  @Override
  public Reply approved(Approval approval, CommandCall by) {
    ChangeRequest request =
        ChangeRequest.of(SigningApprovals.requester(organizations, approval, by), approval.data());
    try {
      return request.handOver() ? handOver.handOver(request) : changes.change(request);
    } catch (SigningProblem problem) {
      throw problem.toRejection(texts.definition());
    }
  }

  @Override
  public Reply rejected(Approval approval, String reason, CommandCall by) {
    return SigningApprovals.refused(approval, reason);
  }
}

package io.github.xunbang.deal.internal;

import io.github.xunbang.approval.Approval;
import io.github.xunbang.approval.ApprovalHandler;
import io.github.xunbang.command.Access;
import io.github.xunbang.command.Caller;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.Reply;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import org.springframework.stereotype.Component;

/** Carries 批准 of late signings out, under the original message's key and date. */
@Component
class SigningApprovals implements ApprovalHandler {

  private static final int REASON_LENGTH = 40;

  private final OrganizationService organizations;
  private final SigningDesk desk;
  private final SigningTexts texts;

  SigningApprovals(OrganizationService organizations, SigningDesk desk, SigningTexts texts) {
    this.organizations = organizations;
    this.desk = desk;
    this.texts = texts;
  }

  @Override
  public String kind() {
    return SigningAsking.APPROVAL;
  }

  @Override
  public Reply approved(Approval approval, CommandCall by) {
    try {
      return desk.signApproved(
          SigningRequest.of(requester(organizations, approval, by), approval.data()));
    } catch (SigningProblem problem) {
      throw problem.toRejection(texts.definition());
    }
  }

  @Override
  public Reply rejected(Approval approval, String reason, CommandCall by) {
    return refused(approval, reason);
  }

  static Reply refused(Approval approval, String reason) {
    String why = reason.isBlank() ? "" : "，理由：" + UntrustedText.oneLine(reason, REASON_LENGTH);
    return Reply.text(
        "已驳回 #%d %s%s。没有登记，原来的不变".formatted(approval.number(), approval.title(), why));
  }

  /** Whoever asked, speaking where the decision is said. */
  static Caller requester(OrganizationService organizations, Approval approval, CommandCall by) {
    Organization organization = organizations.get(approval.organizationId());
    Member requester = organization.member(approval.requesterId()).orElseThrow();
    return new Caller(
        by.caller().conversation(),
        by.caller().userId(),
        organization.id(),
        requester.id(),
        requester.name(),
        Access.MEMBER);
  }
}

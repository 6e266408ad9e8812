package io.github.xunbang.report;

import io.github.xunbang.approval.Approval;
import io.github.xunbang.approval.ApprovalHandler;
import io.github.xunbang.command.Access;
import io.github.xunbang.command.Caller;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.command.Reply;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Carries 批准 of late figures out: they are stored under the original message's key and date, so
 * that a repeated 批准 changes nothing; the frozen board stays (design section 4).
 */
@Component
class LateReportHandler implements ApprovalHandler {

  private final OrganizationService organizations;
  private final ReportService reports;

  LateReportHandler(OrganizationService organizations, ReportService reports) {
    this.organizations = organizations;
    this.reports = reports;
  }

  @Override
  public String kind() {
    return LateRequests.KIND;
  }

  @Override
  public Reply approved(Approval approval, CommandCall by) {
    Organization organization = organizations.get(approval.organizationId());
    Member requester = organization.member(approval.requesterId()).orElseThrow();
    Caller caller =
        new Caller(
            ReportRequest.saidIn(approval.data(), by.caller().conversation()),
            by.caller().userId(),
            organization.id(),
            requester.id(),
            requester.name(),
            Access.MEMBER);
    try {
      return Reply.text(
          reports.storeApproved(
              approval, late(caller, approval.data()), by.message().receivedAt()));
    } catch (ReportQuestion unclear) {
      throw new CommandRejectedException(
          "%s的这条现在读不准了，没有登记。请%s重新发一次：补报 昨天 意向12".formatted(requester.name(), requester.name()));
    }
  }

  /** Whoever approved has seen the figures, so an unusual one is not asked about again. */
  private static ReportRequest late(Caller caller, Map<String, String> data) {
    ReportRequest request = ReportRequest.fromData(caller, data);
    return new ReportRequest(
        caller,
        request.messageKey(),
        request.at(),
        request.text(),
        request.voice(),
        true,
        request.reason());
  }

  @Override
  public Reply rejected(Approval approval, String reason, CommandCall by) {
    String why = reason.isBlank() ? "" : "，理由：" + UntrustedText.oneLine(reason, 40);
    return Reply.text(
        "已驳回 #%d %s%s。没有登记，原来的数不变".formatted(approval.number(), approval.title(), why));
  }
}

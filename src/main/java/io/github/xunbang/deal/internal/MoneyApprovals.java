package io.github.xunbang.deal.internal;

import io.github.xunbang.approval.Approval;
import io.github.xunbang.approval.ApprovalHandler;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.Reply;
import io.github.xunbang.deal.Deal;
import io.github.xunbang.deal.Deals;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Carries a manager's 批准 about the money of a deal out, under the key of the order. */
@Component
class MoneyApprovals implements ApprovalHandler {

  private static final int REASON_LENGTH = 40;

  private final OrganizationService organizations;
  private final Deals deals;
  private final MoneyDesk desk;

  MoneyApprovals(OrganizationService organizations, Deals deals, MoneyDesk desk) {
    this.organizations = organizations;
    this.deals = deals;
    this.desk = desk;
  }

  @Override
  public String kind() {
    return MoneyDesk.KIND;
  }

  @Override
  public Reply approved(Approval approval, CommandCall by) {
    Organization organization = organizations.get(approval.organizationId());
    MoneyOrder order = MoneyOrder.of(approval.data());
    try {
      Deal deal =
          deals
              .find(organization.id(), order.number())
              .orElseThrow(() -> new MoneyProblem("unknown", Map.of("number", order.number())));
      Reply done =
          desk.carryOut(
              organization, deal, order, approval.requesterId(), by.message().receivedAt(), true);
      return Reply.text("已批准 #%d\n%s".formatted(approval.number(), done.messages().get(0).text()));
    } catch (MoneyProblem problem) {
      throw problem.toRejection(desk.texts());
    }
  }

  @Override
  public Reply rejected(Approval approval, String reason, CommandCall by) {
    String why = reason.isBlank() ? "" : "，理由：" + UntrustedText.oneLine(reason, REASON_LENGTH);
    return Reply.text("已驳回 #%d %s%s，账没有动".formatted(approval.number(), approval.title(), why));
  }
}

package io.github.xunbang.leave.internal;

import io.github.xunbang.approval.Approval;
import io.github.xunbang.approval.ApprovalHandler;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.command.Reply;
import io.github.xunbang.leave.internal.Leave.State;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.OrganizationService;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lets a decision about leave take effect. */
@Component
class LeaveApprovals implements ApprovalHandler {

  private static final int REASON_LENGTH = 40;

  private final LeaveStore store;
  private final OrganizationService organizations;

  LeaveApprovals(LeaveStore store, OrganizationService organizations) {
    this.store = store;
    this.organizations = organizations;
  }

  @Override
  public String kind() {
    return LeaveDesk.KIND;
  }

  @Override
  public Reply approved(Approval approval, CommandCall by) {
    refuseWhoHasLeft(approval);
    if (decided(approval, State.APPROVED, by) != State.APPROVED) {
      throw new CommandRejectedException(
          approval.title() + " 已经取消了，不用批。要了结这件请发：驳回 " + approval.number());
    }
    return Reply.text("已批准：" + approval.title());
  }

  @Override
  public Reply rejected(Approval approval, String reason, CommandCall by) {
    decided(approval, State.REJECTED, by);
    String why = reason.isEmpty() ? "" : "，理由：" + UntrustedText.oneLine(reason, REASON_LENGTH);
    return Reply.text("已驳回：" + approval.title() + why);
  }

  /** Whoever leaves before the first day needs no leave any more. */
  private void refuseWhoHasLeft(Approval approval) {
    LocalDate first = LocalDate.parse(approval.data().get("first"));
    organizations
        .get(approval.organizationId())
        .member(approval.data().getOrDefault("member", ""))
        .filter(member -> member.until() != null && member.until().isBefore(first))
        .ifPresent(
            gone -> {
              throw new CommandRejectedException(
                  "%s已经离开，这条不用批了。要了结请发：驳回 %d".formatted(gone.name(), approval.number()));
            });
  }

  /** Decides what still waits, and returns what the leave is then. */
  private State decided(Approval approval, State decision, CommandCall by) {
    String memberId = approval.data().getOrDefault("member", "");
    LocalDate first = LocalDate.parse(approval.data().get("first"));
    Optional<Leave> found =
        store.find(approval.organizationId(), memberId, first, approval.data().get("leave"));
    return found
        .map(
            leave ->
                store.change(
                    approval.organizationId(),
                    memberId,
                    leave,
                    stored -> stored.state() == State.WAITING ? stored.inState(decision) : stored,
                    LeaveRequest.cause(by.caller(), by.message().key(), by.message().receivedAt())))
        .map(Leave::state)
        .orElse(State.CANCELLED);
  }
}

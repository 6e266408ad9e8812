package io.github.xunbang.leave.internal;

import io.github.xunbang.approval.Approval;
import io.github.xunbang.approval.ApprovalHandler;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.command.Reply;
import io.github.xunbang.leave.internal.Leave.State;
import io.github.xunbang.message.UntrustedText;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lets a decision about leave take effect. */
@Component
class LeaveApprovals implements ApprovalHandler {

  private static final int REASON_LENGTH = 40;

  private final LeaveStore store;

  LeaveApprovals(LeaveStore store) {
    this.store = store;
  }

  @Override
  public String kind() {
    return LeaveDesk.KIND;
  }

  @Override
  public Reply approved(Approval approval, CommandCall by) {
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

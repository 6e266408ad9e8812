package io.github.xunbang.approval;

import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.Reply;

/**
 * Carries a decision out; rooms implement it for their kinds. Called once the caller's right is
 * checked; carrying out the same approval again must change nothing.
 */
public interface ApprovalHandler {

  /** The kind of approval it takes. */
  String kind();

  /**
   * Carries the request out.
   *
   * @param by the decider's 批准 call
   * @return what the conversation reads
   * @throws io.github.xunbang.command.CommandRejectedException when it cannot be done any more
   */
  Reply approved(Approval approval, CommandCall by);

  /**
   * Says no.
   *
   * @param reason as typed, possibly empty
   */
  Reply rejected(Approval approval, String reason, CommandCall by);
}

package io.github.xunbang.incentive.settlement;

import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.Reply;
import io.github.xunbang.message.OutboundMessage;

/** Answers about somebody's money or shortcomings, which no group reads (design section 8). */
public interface PrivateAnswers {

  /**
   * In a private chat the text itself. In a group the text goes to the caller's private chat,
   * exactly once per message, and the group reads 已私信你; who cannot be written to is asked to write
   * privately. Never falls back to the group.
   */
  default Reply answer(CommandCall call, String text) {
    return answer(call, OutboundMessage.text(text));
  }

  /** The same with files; where the private chat shows none, the text says so. */
  Reply answer(CommandCall call, OutboundMessage message);
}

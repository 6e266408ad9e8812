package io.github.xunbang.command;

import io.github.xunbang.message.OutboundMessage;
import java.util.List;

/**
 * The answer to one message.
 *
 * @param messages what to say, in order; empty means silence
 * @param changedNothing whether it only shows something, so that it is no administrative act
 */
public record Reply(List<OutboundMessage> messages, boolean changedNothing) {

  /** Says nothing. */
  public static final Reply SILENCE = new Reply(List.of());

  public Reply {
    messages = List.copyOf(messages);
  }

  /** An answer after which something may have changed. */
  public Reply(List<OutboundMessage> messages) {
    this(messages, false);
  }

  /** The same words, known to change nothing: a list or an answer to a question. */
  public Reply changingNothing() {
    return new Reply(messages, true);
  }

  /** One plain text. */
  public static Reply text(String text) {
    return new Reply(List.of(OutboundMessage.text(text)));
  }
}

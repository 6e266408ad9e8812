package io.github.xunbang.command;

import io.github.xunbang.message.OutboundMessage;
import java.util.List;

/**
 * The answer to one message.
 *
 * @param messages what to say, in order; empty means silence
 */
public record Reply(List<OutboundMessage> messages) {

  /** Says nothing. */
  public static final Reply SILENCE = new Reply(List.of());

  public Reply {
    messages = List.copyOf(messages);
  }

  /** One plain text. */
  public static Reply text(String text) {
    return new Reply(List.of(OutboundMessage.text(text)));
  }
}

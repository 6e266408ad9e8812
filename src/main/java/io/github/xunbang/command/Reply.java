package io.github.xunbang.command;

import io.github.xunbang.message.OutboundMessage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one message.
 *
 * @param messages what to say, in order; empty means silence
 * @param changedNothing whether it only shows something, so that it is no administrative act
 * @param brief the whole of it in one line that names the person ({@code 张敏 意向12 签单2}), for a
 *     message that confirms many people at once; null for an answer that must be said by itself
 */
public record Reply(
    List<OutboundMessage> messages, boolean changedNothing, @Nullable String brief) {

  /** Says nothing. */
  public static final Reply SILENCE = new Reply(List.of());

  public Reply {
    messages = List.copyOf(messages);
  }

  /** An answer after which something may have changed. */
  public Reply(List<OutboundMessage> messages) {
    this(messages, false, null);
  }

  /** The same words, known to change nothing: a list or an answer to a question. */
  public Reply changingNothing() {
    return new Reply(messages, true, brief);
  }

  /** The same words with their one-line form. */
  public Reply inBrief(String line) {
    return new Reply(messages, changedNothing, line);
  }

  /** One plain text. */
  public static Reply text(String text) {
    return new Reply(List.of(OutboundMessage.text(text)));
  }
}

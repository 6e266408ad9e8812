package io.github.xunbang.inbound;

import io.github.xunbang.command.Reply;

/**
 * Where the direct answer to one message goes. A channel gives one with each message. When {@link
 * #accept} throws an outbox delivery exception the reply window is closed or broken and {@code
 * inbound} puts the answer into the outbox instead, except after an unknown outcome.
 */
public interface ReplySink {

  /**
   * Sends the answer; called exactly once per accepted message, also with {@link Reply#SILENCE}.
   */
  void accept(Reply reply);
}

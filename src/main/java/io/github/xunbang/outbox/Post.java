package io.github.xunbang.outbox;

import io.github.xunbang.message.Conversation;
import io.github.xunbang.message.OutboundMessage;

/**
 * Something to be said without being asked.
 *
 * @param key idempotency key: a second post with the same key is ignored, in whatever state the
 *     first is
 * @param organizationId whose post it is
 * @param conversation where to
 * @param lane its priority; order is kept within one lane of one conversation
 * @param message what
 */
public record Post(
    String key,
    String organizationId,
    Conversation conversation,
    Lane lane,
    OutboundMessage message) {

  /** Priority lanes, most urgent first. */
  public enum Lane {
    REPLY,
    REMINDER,
    BOARD
  }
}

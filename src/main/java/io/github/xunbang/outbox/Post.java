package io.github.xunbang.outbox;

import io.github.xunbang.message.Conversation;
import io.github.xunbang.message.OutboundMessage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something to be said without being asked.
 *
 * @param key idempotency key: a second post with the same key is ignored, in whatever state the
 *     first is
 * @param organizationId whose post it is
 * @param conversation where to
 * @param lane its priority; order is kept within one lane of one conversation
 * @param message what
 * @param goodUntil business instant from which it is not worth saying any more, however it was
 *     delayed; null for a post that never grows stale
 */
public record Post(
    String key,
    String organizationId,
    Conversation conversation,
    Lane lane,
    OutboundMessage message,
    @Nullable Instant goodUntil) {

  /** A post that never grows stale. */
  public Post(
      String key,
      String organizationId,
      Conversation conversation,
      Lane lane,
      OutboundMessage message) {
    this(key, organizationId, conversation, lane, message, null);
  }

  /** The same post, dropped when it could not be said before {@code instant}, business time. */
  public Post goodUntil(Instant instant) {
    return new Post(key, organizationId, conversation, lane, message, instant);
  }

  /** Priority lanes, most urgent first. */
  public enum Lane {
    REPLY,
    REMINDER,
    BOARD
  }
}

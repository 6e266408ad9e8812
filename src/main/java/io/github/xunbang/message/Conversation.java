package io.github.xunbang.message;

import java.util.Objects;

/**
 * Where a message was said: a group or a private chat on one channel.
 *
 * @param channel channel name as in design section 15: simulator, aibot, webhook, app, account,
 *     onebot
 * @param id the vendor's conversation id, case-sensitive; for a private chat the user's id
 * @param kind group or private
 */
public record Conversation(String channel, String id, Kind kind) {

  /** Whether several people read the conversation. */
  public enum Kind {
    GROUP,
    PRIVATE
  }

  public Conversation {
    Objects.requireNonNull(kind, "kind");
    if (channel.isBlank() || id.isBlank()) {
      throw new IllegalArgumentException("A conversation needs channel and id");
    }
  }

  /** A group conversation. */
  public static Conversation group(String channel, String id) {
    return new Conversation(channel, id, Kind.GROUP);
  }

  /** A private chat with {@code userId}. */
  public static Conversation privateChat(String channel, String userId) {
    return new Conversation(channel, userId, Kind.PRIVATE);
  }

  /** Whether several people read the answer. */
  public boolean isGroup() {
    return kind == Kind.GROUP;
  }

  /** Unique text of this conversation, usable inside a document {@code _id}. */
  public String key() {
    return channel + (isGroup() ? "|g|" : "|p|") + id;
  }
}

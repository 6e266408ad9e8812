package io.github.xunbang.command;

import io.github.xunbang.message.Conversation;
import org.jspecify.annotations.Nullable;

/**
 * Who is speaking, as {@code inbound} found out; handlers trust nothing else.
 *
 * @param conversation where
 * @param userId the vendor's user id
 * @param organizationId the organization, or null when the conversation and the speaker belong to
 *     none
 * @param memberId the member, or null for somebody not enrolled
 * @param name the member's name, else the vendor's name, else a neutral word
 * @param access the level in that organization; ADMIN for installation administrators everywhere
 */
public record Caller(
    Conversation conversation,
    String userId,
    @Nullable String organizationId,
    @Nullable String memberId,
    String name,
    Access access) {

  /** The organization; only for commands whose audience needs one. */
  public String organization() {
    if (organizationId == null) {
      throw new IllegalStateException("Caller without organization");
    }
    return organizationId;
  }

  /** The member; only for commands whose audience needs one. */
  public String member() {
    if (memberId == null) {
      throw new IllegalStateException("Caller without member");
    }
    return memberId;
  }

  /** {@code channel:userid}, the form of {@code xunbang.admins} and of a member's identities. */
  public String identity() {
    return conversation.channel() + ":" + userId;
  }
}

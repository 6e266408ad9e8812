package io.github.xunbang.outbox;

import io.github.xunbang.message.Conversation;

/**
 * What the outbox knows about answers that do not go through it: a platform counts them together
 * with the posts (wecom.md section 2.7).
 */
public interface DirectReplies {

  /** Whether the conversation's channel limits how much is said there. */
  boolean limited(Conversation conversation);

  /**
   * Takes {@code messages} direct answers out of the conversation's budget. False means that there
   * is none left, or that earlier answers wait for it; then nothing is taken and the answer belongs
   * into the outbox, behind them.
   */
  boolean take(Conversation conversation, int messages);

  /** Whether a post with this key was ever stored, in whatever state it is. */
  boolean isKnown(String postKey);
}

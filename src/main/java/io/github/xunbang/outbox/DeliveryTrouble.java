package io.github.xunbang.outbox;

import io.github.xunbang.message.Conversation;

/**
 * A post was not delivered, or nobody knows; published in-process after that is stored, once per
 * post, and at start for what a dead process left behind. Whoever knows the organization tells its
 * managers how to have it sent again ({@code 渠道 重发 3}, design section 12).
 *
 * @param organizationId whose, empty for a post of none
 * @param number what people type after 渠道 重发, unique within the organization
 * @param postKey the post's key
 * @param conversation where it was to appear
 * @param outcome what is known
 * @param title the post's first words, at most 20 characters
 */
public record DeliveryTrouble(
    String organizationId,
    int number,
    String postKey,
    Conversation conversation,
    Outcome outcome,
    String title) {

  /** Keys of posts that tell of troubles begin so; trouble with such a post is not told. */
  public static final String KEY_PREFIX = "trouble|";

  /** What is known about it. */
  public enum Outcome {
    /** It did not arrive. */
    FAILED,
    /** It may have arrived. */
    UNKNOWN,
    /** Its second way, such as the group webhook, is gone; it took the first one. */
    REROUTED
  }
}

package io.github.xunbang.channel.wecom.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The webhook of a group, ready to use.
 *
 * @param conversationKey which group
 * @param organizationId whose
 * @param key the secret
 * @param reference stands for the key where it must not be named
 * @param setAt business time
 * @param refusedWith the error code by which WeCom refused the key for good, or null
 */
record Webhook(
    String conversationKey,
    String organizationId,
    WebhookKey key,
    String reference,
    Instant setAt,
    @Nullable Integer refusedWith) {

  /** Whether the key works as far as is known. */
  boolean alive() {
    return refusedWith == null;
  }
}

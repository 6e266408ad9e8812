package io.github.xunbang.deal;

import io.github.xunbang.message.Conversation;

/**
 * A deal was signed; published in-process after the durable write and again when the message is
 * redelivered, so listeners must be idempotent. Whoever celebrates posts a 喜报 (design section 7).
 *
 * @param deal as signed
 * @param conversation where it was said
 */
public record DealSigned(Deal deal, Conversation conversation) {}

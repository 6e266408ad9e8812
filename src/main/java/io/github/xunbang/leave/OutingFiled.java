package io.github.xunbang.leave;

import io.github.xunbang.message.Conversation;
import java.time.Instant;

/**
 * Somebody said by 外出 that they are out; published in-process after the durable write, and again
 * when the message is redelivered. Answers a roll call (S-24).
 *
 * @param conversation where it was said
 * @param messageKey idempotency key of the message
 * @param at business instant of the message
 */
public record OutingFiled(
    String organizationId,
    String memberId,
    Conversation conversation,
    String messageKey,
    Instant at) {}

package io.github.xunbang.customer.internal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Somebody was asked once for what a customer lacks; the next message that fits completes it.
 *
 * @param id organization, conversation and user, with bars between
 * @param askedAt business time; soon after it more loosely worded answers count
 * @param until business time after which no answer is expected
 * @param answeredBy key of the message that answered, or null
 */
@Document("customer_awaited")
record AwaitedPartDocument(
    @Id String id,
    String organizationId,
    int number,
    Instant askedAt,
    Instant until,
    @Nullable String answeredBy) {

  /** Whether the message may answer: none did, or this one did and was interrupted. */
  boolean takes(String messageKey, Instant now) {
    return messageKey.equals(answeredBy) || (answeredBy == null && now.isBefore(until));
  }
}

package io.github.xunbang.channel.wecom.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The webhook of one group.
 *
 * @param id key of the group's conversation
 * @param organizationId whose administrator set it; only posts of this organization take it
 * @param key encrypted
 * @param keyHash keyed hash, by which the budget is counted and a change noticed
 * @param setAt business time
 * @param refusedWith the error code after which the key counts as dead, or null while it works
 * @param v version of this record's shape
 */
@Document("webhooks")
record WebhookDocument(
    @Id String id,
    String organizationId,
    String key,
    String keyHash,
    Instant setAt,
    @Nullable Integer refusedWith,
    int v) {

  static final int SHAPE = 1;
}

package io.github.xunbang.inbound;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One handled message.
 *
 * @param id message key
 * @param claimedAt real time, for the clean-up
 * @param finished whether {@code texts} is the answer
 * @param texts the answer's texts, or null while it is handled
 */
@Document("receipts")
record ReceiptDocument(
    @Id String id, Instant claimedAt, boolean finished, @Nullable List<String> texts) {}

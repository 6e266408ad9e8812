package io.github.xunbang.closing;

import java.time.Instant;
import java.util.Map;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Frozen content of one period, inserted once and never updated. Without results the period is
 * frozen all the same: nobody reported, and what is back-filled later does not change that.
 *
 * @param id organization, type and first day
 * @param start ISO date, zone-free
 */
@Document("closings")
record ClosingDocument(
    @Id String id,
    String organizationId,
    String type,
    String start,
    Instant closedAt,
    Map<String, String> results) {}

package io.github.xunbang.closing;

import io.github.xunbang.calendar.Period;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Frozen content of one period, inserted once and never updated. Without results the period is
 * frozen all the same: nobody reported, and what is back-filled later does not change that.
 *
 * @param id organization, type and first day, of a campaign the last day too
 * @param start ISO date, zone-free
 * @param end ISO date; null in documents from before settlement months, when the type told it
 */
@Document("closings")
record ClosingDocument(
    @Id String id,
    String organizationId,
    String type,
    String start,
    @Nullable String end,
    Instant closedAt,
    Map<String, String> results) {

  /** Whether these are the days that were frozen. */
  boolean covers(Period period) {
    return end == null || end.equals(period.end().toString());
  }
}

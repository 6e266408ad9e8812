package io.github.xunbang.task.internal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One member's plan of one period with every earlier wording; {@code revision} guards each write.
 *
 * @param id organization, member, kind and first day of the period, with bars between
 */
@Document("task_plans")
record PlanDocument(
    @Id String id, String organizationId, long revision, @Nullable List<Wording> wordings) {

  /** A plan as it was typed once; the last one holds. */
  record Wording(String text, String actorId, Instant at, String messageKey) {}

  List<Wording> all() {
    return wordings == null ? List.of() : wordings;
  }

  String text() {
    return all().isEmpty() ? "" : all().get(all().size() - 1).text();
  }
}

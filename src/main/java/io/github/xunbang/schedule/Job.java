package io.github.xunbang.schedule;

import java.time.Instant;
import java.util.Map;

/**
 * A piece of work due at a business instant.
 *
 * @param id idempotency key: scheduling the same id again changes nothing while it is SCHEDULED,
 *     RUNNING or DONE
 * @param kind whose work it is
 * @param organizationId for which organization
 * @param dueAt business instant; the job sees this time, however late it really runs
 * @param data small facts for the handler
 */
public record Job(
    String id, String kind, String organizationId, Instant dueAt, Map<String, String> data) {

  public Job {
    data = Map.copyOf(data);
  }
}

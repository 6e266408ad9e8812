package io.github.xunbang.schedule;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A job as stored.
 *
 * @param dueAt business time
 * @param attempts how often it was begun
 * @param nextTryAt real time before which a failed job is left alone
 * @param owner the instance that runs it
 * @param leaseUntil real time until which the owner's run is believed alive
 * @param finishedAt business time at which it became DONE or DEAD
 * @param v version of this record's shape
 */
@Document("jobs")
record JobDocument(
    @Id String id,
    String kind,
    String organizationId,
    Instant dueAt,
    Map<String, String> data,
    JobState state,
    int attempts,
    @Nullable Instant nextTryAt,
    @Nullable String lastError,
    @Nullable String owner,
    @Nullable Instant leaseUntil,
    @Nullable Instant finishedAt,
    int v) {

  private static final int SHAPE = 1;

  static JobDocument scheduled(Job job) {
    return new JobDocument(
        job.id(),
        job.kind(),
        job.organizationId(),
        job.dueAt(),
        job.data(),
        JobState.SCHEDULED,
        0,
        null,
        null,
        null,
        null,
        null,
        SHAPE);
  }

  Job job() {
    return new Job(id, kind, organizationId, dueAt, data == null ? Map.of() : data);
  }
}

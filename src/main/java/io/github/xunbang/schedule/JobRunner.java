package io.github.xunbang.schedule;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.storage.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Claims one job, runs its handler and records how it ended. */
final class JobRunner {

  private static final Logger log = LoggerFactory.getLogger(JobRunner.class);

  static final int MAX_ATTEMPTS = 8;
  static final Duration LEASE = Duration.ofMinutes(5);

  private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(10));

  private final JobRepository jobs;
  private final JobQueue queue;
  private final BusinessClock clock;
  private final Supplier<Map<String, JobHandler>> handlers;
  private final JobOwners owners;
  private final Set<String> running = ConcurrentHashMap.newKeySet();

  JobRunner(
      JobRepository jobs,
      JobQueue queue,
      BusinessClock clock,
      Supplier<List<JobHandler>> handlers,
      JobOwners owners) {
    this.jobs = jobs;
    this.queue = queue;
    this.clock = clock;
    this.owners = owners;
    this.handlers =
        () -> handlers.get().stream().collect(Collectors.toMap(JobHandler::kind, it -> it));
  }

  /** Runs the job here unless another instance has it; never throws for what the handler does. */
  void run(String id) {
    running.add(id);
    try {
      Optional<JobDocument> claimed = jobs.claim(id, realNow(), LEASE);
      claimed.ifPresent(this::runClaimed);
    } finally {
      running.remove(id);
    }
  }

  /** Prolongs the leases of what runs here now. */
  void renewLeases() {
    List<String> ids = List.copyOf(running);
    if (!ids.isEmpty()) {
      jobs.renew(ids, realNow().plus(LEASE));
    }
  }

  private void runClaimed(JobDocument job) {
    try {
      handler(job.kind()).run(job.job());
    } catch (Throwable failure) {
      // Errors too: one broken handler must not stop the others' jobs.
      failed(job, failure);
      return;
    }
    jobs.markDone(job.id(), clock.instant());
  }

  private JobHandler handler(String kind) {
    JobHandler handler = handlers.get().get(kind);
    if (handler == null) {
      throw new IllegalStateException("No JobHandler for kind " + kind);
    }
    return handler;
  }

  private void failed(JobDocument job, Throwable failure) {
    String error = failure.getClass().getName();
    if (isGone(job)) {
      log.info("Job of a deleted organization ends: {}", ids(job));
      jobs.markDone(job.id(), clock.instant());
      return;
    }
    if (job.attempts() >= MAX_ATTEMPTS) {
      log.error("Job dead: {} attempt={}", ids(job), job.attempts(), failure);
      tellDeath(job.job());
      jobs.markDead(job.id(), clock.instant(), error);
      return;
    }
    Instant nextTryAt = realNow().plus(BACKOFF.after(job.attempts()));
    log.warn("Job failed: {} attempt={} nextAt={}", ids(job), job.attempts(), nextTryAt, failure);
    jobs.markForRetry(job.id(), nextTryAt, error);
    queue.put(retried(job, nextTryAt));
  }

  private boolean isGone(JobDocument job) {
    try {
      return owners.isGone(job.organizationId());
    } catch (RuntimeException e) {
      // The database is away, most likely, and the failure has the same cause.
      return false;
    }
  }

  private void tellDeath(Job job) {
    JobHandler handler = handlers.get().get(job.kind());
    try {
      owners.died(job, handler == null ? "一件定时的事" : handler.title(job));
    } catch (RuntimeException e) {
      log.error("Nobody was told of a dead job: job={}", job.id(), e);
    }
  }

  private static JobDocument retried(JobDocument job, Instant nextTryAt) {
    return new JobDocument(
        job.id(),
        job.kind(),
        job.organizationId(),
        job.dueAt(),
        job.data(),
        JobState.SCHEDULED,
        job.attempts(),
        nextTryAt,
        null,
        null,
        null,
        null,
        job.v());
  }

  private static String ids(JobDocument job) {
    return "job=" + job.id() + " kind=" + job.kind() + " organization=" + job.organizationId();
  }

  private Instant realNow() {
    return clock.realTime().instant();
  }
}

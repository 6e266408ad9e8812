package io.github.xunbang.schedule;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.storage.DatabaseKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Jobs in MongoDB with their due times in memory. */
final class DurableScheduleService implements ScheduleService {

  private static final Logger log = LoggerFactory.getLogger(DurableScheduleService.class);

  /** Jobs that run at once in the background; a step by {@link #runDue} waits until none does. */
  static final int PARALLEL = 8;

  private final JobRepository jobs;
  private final JobQueue queue;
  private final JobRunner runner;
  private final BusinessClock clock;
  private final DatabaseKind kind;

  private final ReentrantLock taking = new ReentrantLock();
  private final Semaphore slots = new Semaphore(PARALLEL, true);

  DurableScheduleService(
      JobRepository jobs,
      BusinessClock clock,
      DatabaseKind kind,
      Supplier<List<JobHandler>> handlers,
      JobOwners owners) {
    this.jobs = jobs;
    this.clock = clock;
    this.kind = kind;
    // On a server other instances add jobs too, so the due ones are asked for; see refresh.
    queue = new JobQueue(() -> kind == DatabaseKind.EMBEDDED ? jobs.unfinished() : List.of());
    runner = new JobRunner(jobs, queue, clock, handlers, owners);
  }

  @Override
  public void schedule(Job job) {
    JobDocument stored = JobDocument.scheduled(job);
    if (jobs.insert(stored)) {
      queue.put(stored);
    }
  }

  @Override
  public void cancel(String jobId) {
    if (jobs.deleteUntouched(jobId)) {
      queue.remove(jobId);
    }
  }

  @Override
  public Optional<Instant> nextDue() {
    return queue.nextDue(realNow());
  }

  @Override
  public void runDue(Instant until) {
    taking.lock();
    try {
      slots.acquireUninterruptibly(PARALLEL);
      try {
        runInOrder(until);
      } finally {
        slots.release(PARALLEL);
      }
    } finally {
      taking.unlock();
    }
  }

  private void runInOrder(Instant until) {
    refresh(until);
    Optional<String> next = queue.take(until, realNow());
    while (next.isPresent()) {
      runner.run(next.get());
      next = queue.take(until, realNow());
    }
  }

  /**
   * Starts every due job on {@code background} as far as there are free slots, and returns without
   * waiting; does nothing while somebody steps time.
   */
  void startDue(Executor background) {
    if (!taking.tryLock()) {
      return;
    }
    try {
      Instant now = clock.instant();
      refresh(now);
      while (slots.tryAcquire()) {
        Optional<String> next = queue.take(now, realNow());
        if (next.isEmpty()) {
          slots.release();
          return;
        }
        background.execute(() -> runInSlot(next.get()));
      }
    } finally {
      taking.unlock();
    }
  }

  private void runInSlot(String id) {
    try {
      runner.run(id);
    } catch (RuntimeException e) {
      log.error("Job not finished, its lease decides when it runs again: job={}", id, e);
    } finally {
      slots.release();
    }
  }

  /** Keeps this instance's running jobs its own. */
  void renewLeases() {
    runner.renewLeases();
  }

  /** Forgets jobs done before {@code finishedAt}, business time. */
  void cleanUp(Instant finishedAt) {
    jobs.deleteDoneBefore(finishedAt);
  }

  private void refresh(Instant until) {
    if (kind == DatabaseKind.SERVER) {
      jobs.claimable(until, realNow()).forEach(queue::put);
    }
  }

  private Instant realNow() {
    return clock.realTime().instant();
  }
}

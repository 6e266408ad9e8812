package io.github.xunbang.schedule;

import io.github.xunbang.calendar.BusinessClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Looks for due jobs every second of real time, which business time keeps up with, and runs them on
 * a few threads. What became due while the service was down is due at its first look.
 */
final class ScheduleWorker implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(ScheduleWorker.class);

  private static final Duration LOOK_EVERY = Duration.ofMillis(500);
  private static final Duration CLEAN_UP_EVERY = Duration.ofDays(1);
  private static final Duration FIRST_CLEAN_UP_AFTER = Duration.ofMinutes(10);
  private static final Duration KEEP_DONE = Duration.ofDays(90);
  private static final int STOP_SECONDS = 20;

  private final DurableScheduleService schedule;
  private final BusinessClock clock;
  private @Nullable ScheduledExecutorService timer;
  private @Nullable ExecutorService background;
  private Instant nextRenewal = Instant.MIN;
  private Instant nextCleanUp = Instant.MAX;
  private boolean failing;

  ScheduleWorker(DurableScheduleService schedule, BusinessClock clock) {
    this.schedule = schedule;
    this.clock = clock;
  }

  @Override
  public synchronized void start() {
    AtomicInteger number = new AtomicInteger();
    ExecutorService jobs =
        Executors.newFixedThreadPool(
            DurableScheduleService.PARALLEL,
            work -> new Thread(work, "job-" + number.incrementAndGet()));
    ScheduledExecutorService looks =
        Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "schedule"));
    nextCleanUp = clock.instant().plus(FIRST_CLEAN_UP_AFTER);
    looks.scheduleWithFixedDelay(() -> look(jobs), 0, LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    background = jobs;
    timer = looks;
  }

  private void look(ExecutorService jobs) {
    try {
      schedule.startDue(jobs);
      renewLeases();
      cleanUp();
      worksAgain();
    } catch (RuntimeException e) {
      // Most likely the database is away; the next look tries again, and says no more than once.
      if (!failing) {
        log.warn("Looking for due jobs fails until it is said to work again", e);
      }
      failing = true;
    }
  }

  private void renewLeases() {
    Instant now = clock.realTime().instant();
    if (!now.isBefore(nextRenewal)) {
      nextRenewal = now.plus(JobRunner.LEASE.dividedBy(4));
      schedule.renewLeases();
    }
  }

  private void worksAgain() {
    if (failing) {
      log.info("Looking for due jobs works again");
      failing = false;
    }
  }

  private void cleanUp() {
    Instant now = clock.instant();
    if (!now.isBefore(nextCleanUp)) {
      nextCleanUp = now.plus(CLEAN_UP_EVERY);
      schedule.cleanUp(now.minus(KEEP_DONE));
    }
  }

  /** Stops looking and lets running jobs finish; what does not is run again after its lease. */
  @Override
  public synchronized void stop() {
    finish(timer);
    finish(background);
    timer = null;
    background = null;
  }

  private static void finish(@Nullable ExecutorService threads) {
    if (threads == null) {
      return;
    }
    threads.shutdown();
    try {
      if (!threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        log.warn("Jobs still run after {} s; they are run again after their lease", STOP_SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return timer != null;
  }
}

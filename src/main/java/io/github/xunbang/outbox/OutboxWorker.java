package io.github.xunbang.outbox;

import io.github.xunbang.calendar.BusinessClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Delivers in the background: at once what is new, within half a second what was waiting. */
final class OutboxWorker implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(OutboxWorker.class);

  private static final int LOOK_EVERY_MILLIS = 500;
  private static final Duration CLEAN_UP_EVERY = Duration.ofDays(1);
  private static final Duration FIRST_CLEAN_UP_AFTER = Duration.ofMinutes(11);
  private static final Duration KEEP_SENT = Duration.ofDays(90);
  private static final int STOP_SECONDS = 20;

  private final DurableOutboxService outbox;
  private final BusinessClock clock;
  private @Nullable ExecutorService senders;
  private @Nullable Thread looker;
  private volatile boolean running;
  private Instant nextCleanUp = Instant.MAX;
  private boolean failing;

  OutboxWorker(DurableOutboxService outbox, BusinessClock clock) {
    this.outbox = outbox;
    this.clock = clock;
  }

  @Override
  public synchronized void start() {
    AtomicInteger number = new AtomicInteger();
    ExecutorService pool =
        Executors.newFixedThreadPool(
            DurableOutboxService.PARALLEL,
            work -> new Thread(work, "sender-" + number.incrementAndGet()));
    nextCleanUp = clock.instant().plus(FIRST_CLEAN_UP_AFTER);
    running = true;
    Thread thread = new Thread(() -> lookWhileRunning(pool), "outbox");
    thread.start();
    senders = pool;
    looker = thread;
  }

  private void lookWhileRunning(ExecutorService pool) {
    while (running) {
      long seen = outbox.changes();
      try {
        outbox.startDeliverable(pool);
        cleanUp();
        worksAgain();
      } catch (RuntimeException e) {
        // Most likely the database is away; the next look tries again, and says no more than once.
        if (!failing) {
          log.warn("Looking for posts fails until it is said to work again", e);
        }
        failing = true;
      }
      try {
        outbox.awaitPosts(seen, LOOK_EVERY_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void worksAgain() {
    if (failing) {
      log.info("Looking for posts works again");
      failing = false;
    }
  }

  private void cleanUp() {
    Instant now = clock.instant();
    if (!now.isBefore(nextCleanUp)) {
      nextCleanUp = now.plus(CLEAN_UP_EVERY);
      outbox.cleanUp(now.minus(KEEP_SENT));
    }
  }

  /** Starts nothing new and lets what is on its way arrive. */
  @Override
  public synchronized void stop() {
    running = false;
    try {
      if (looker != null) {
        looker.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
      }
      if (senders != null) {
        senders.shutdown();
        if (senders.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
          outbox.releaseTurns();
        } else {
          log.warn("Posts are still on their way after {} s", STOP_SECONDS);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    looker = null;
    senders = null;
  }

  @Override
  public synchronized boolean isRunning() {
    return senders != null;
  }
}

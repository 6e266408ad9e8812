package io.github.xunbang.channel.wecom.aibot;

import io.github.xunbang.storage.Lease;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides whether this instance may hold the one connection of the bot. Two connections would kick
 * each other for ever (wecom.md section 2.4). It has a thread of its own, because the database may
 * be slow.
 */
final class AibotLease implements AutoCloseable {

  /** What is known about the lease. */
  enum Claim {
    HELD,
    /** Held last, then no answer from the database for longer than the lease lasts. */
    UNCERTAIN,
    NOT_HELD
  }

  private static final Logger log = LoggerFactory.getLogger(AibotLease.class);

  private final Lease lease;
  private final String name;
  private final AibotTimings timings;
  private final Clock realTime;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(AibotThreads.named("aibot-lease"));
  private volatile Instant heldUntil = Instant.MIN;
  private volatile @Nullable ScheduledFuture<?> renewals;
  private boolean failing;

  AibotLease(Lease lease, String botId, AibotTimings timings, Clock realTime) {
    this.lease = lease;
    this.name = "aibot:" + botId;
    this.timings = timings;
    this.realTime = realTime;
  }

  void start() {
    long every = timings.leaseRenewal().toMillis();
    renewals = thread.scheduleWithFixedDelay(this::renew, 0, every, TimeUnit.MILLISECONDS);
  }

  /** What is known about the lease now. */
  Claim claim() {
    Instant until = heldUntil;
    if (until.equals(Instant.MIN)) {
      return Claim.NOT_HELD;
    }
    return realTime.instant().isBefore(until) ? Claim.HELD : Claim.UNCERTAIN;
  }

  private void renew() {
    // Counted from before the call: the database may have granted it at any moment since.
    Instant asked = realTime.instant();
    try {
      boolean held = lease.acquire(name, timings.leaseValidity());
      heldUntil = held ? asked.plus(timings.leaseValidity()) : Instant.MIN;
      failing = false;
    } catch (RuntimeException e) {
      if (!failing) {
        log.warn("Aibot lease not renewed: name={} cause={}", name, e.toString());
      }
      failing = true;
    }
  }

  /** Gives the lease back, after a renewal that is under way. */
  void stop() {
    ScheduledFuture<?> renewing = renewals;
    if (renewing != null) {
      renewing.cancel(false);
    }
    try {
      thread.submit(this::release).get(3, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      log.warn("Aibot lease not released in time: name={}", name);
    }
  }

  private void release() {
    boolean mine = claim() != Claim.NOT_HELD;
    heldUntil = Instant.MIN;
    try {
      if (mine) {
        lease.release(name);
      }
    } catch (RuntimeException e) {
      log.warn("Aibot lease not released: name={} cause={}", name, e.toString());
    }
  }

  /** Ends the thread, after {@link #stop()}. */
  @Override
  public void close() {
    thread.shutdown();
  }
}

package io.github.xunbang.channel.wecom.aibot;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/** When the next connection may be tried. Each method returns the wait, for the log. */
final class AibotRetry {

  private final AibotTimings timings;
  private final Clock realTime;
  private Instant next = Instant.MIN;
  private int failures;
  private int refusals;

  AibotRetry(AibotTimings timings, Clock realTime) {
    this.timings = timings;
    this.realTime = realTime;
  }

  boolean isDue() {
    return !realTime.instant().isBefore(next);
  }

  int failures() {
    return failures;
  }

  /** After a lost connection: backoff, endless. */
  Duration afterLoss() {
    failures++;
    return in(timings.backoff(failures, ThreadLocalRandom.current().nextDouble()));
  }

  /** After a lost subscription: at once, but with backoff when that did not help the last time. */
  Duration afterLostSubscription() {
    if (failures > 0) {
      return afterLoss();
    }
    failures++;
    return in(Duration.ZERO);
  }

  /** After wrong credentials: slowly, and slower each time. */
  Duration afterRefusal() {
    refusals++;
    return in(timings.pauseAfterRefusal(refusals));
  }

  /** After another instance took over: two that both come back would kick each other for ever. */
  Duration afterKick() {
    return in(timings.kickedPause());
  }

  void loggedIn() {
    refusals = 0;
  }

  /** A connection that answered a ping is a good one; only then does the backoff start anew. */
  void proven() {
    failures = 0;
  }

  /** Forgets the past, which says nothing about the next time this instance is chosen. */
  void reset() {
    next = Instant.MIN;
    failures = 0;
    refusals = 0;
  }

  private Duration in(Duration wait) {
    next = realTime.instant().plus(wait);
    return wait;
  }
}

package io.github.xunbang.channel.wecom.aibot;

import java.time.Duration;

/**
 * All real-time waits of the connection in one place, so that tests can shorten them.
 *
 * @param tick how often the connection looks whether it has something to do
 * @param connectTimeout for the WebSocket handshake
 * @param ackTimeout how long an answer to a frame is awaited
 * @param pingInterval between two heartbeats; two unanswered ones end the connection
 * @param firstBackoff before the first reconnect; doubles each time
 * @param maxBackoff longest wait before a reconnect
 * @param refusedPause before the next log-in after wrong credentials; doubles each time
 * @param maxRefusedPause longest wait after wrong credentials
 * @param kickedPause before the next log-in after another connection took over
 * @param resendWait how long a frame that met a lost subscription waits for the new connection
 * @param leaseRenewal between two renewals of the lease
 * @param leaseValidity how long a lease lasts without renewal
 */
record AibotTimings(
    Duration tick,
    Duration connectTimeout,
    Duration ackTimeout,
    Duration pingInterval,
    Duration firstBackoff,
    Duration maxBackoff,
    Duration refusedPause,
    Duration maxRefusedPause,
    Duration kickedPause,
    Duration resendWait,
    Duration leaseRenewal,
    Duration leaseValidity) {

  /** The values of {@code reference/wecom.md} sections 2.4 and 2.6. */
  static final AibotTimings PRODUCTION =
      new AibotTimings(
          Duration.ofMillis(250),
          Duration.ofSeconds(10),
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          Duration.ofSeconds(1),
          Duration.ofSeconds(30),
          Duration.ofMinutes(5),
          Duration.ofHours(2),
          Duration.ofMinutes(10),
          Duration.ofSeconds(10),
          Duration.ofSeconds(5),
          Duration.ofSeconds(15));

  /**
   * The wait before reconnect {@code attempt} (1, 2, …): doubles up to the maximum, of which
   * between half and all is taken, so that many clients do not come back in step. {@code random} is
   * in 0..1.
   */
  Duration backoff(int attempt, double random) {
    return doubled(firstBackoff, maxBackoff, attempt)
        .multipliedBy(500 + (long) (500 * random))
        .dividedBy(1000);
  }

  /** The wait after the {@code refusals}-th refusal of the credentials in a row. */
  Duration pauseAfterRefusal(int refusals) {
    return doubled(refusedPause, maxRefusedPause, refusals);
  }

  private static Duration doubled(Duration first, Duration max, int attempt) {
    Duration wait = first.multipliedBy(1L << Math.min(Math.max(attempt, 1) - 1, 20));
    return wait.compareTo(max) > 0 ? max : wait;
  }
}

package io.github.xunbang.storage;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Growing pauses between attempts: {@code first}, doubled each time, at most {@code longest}, plus
 * or minus a fifth so that many waiters do not come back together.
 */
public record Backoff(Duration first, Duration longest) {

  /** The pause after failed attempt number {@code attempt}, counted from 1; in real time. */
  public Duration after(int attempt) {
    long millis = first.toMillis() << Math.min(Math.max(attempt, 1) - 1, 20);
    double jitter = ThreadLocalRandom.current().nextDouble(0.8, 1.2);
    return Duration.ofMillis((long) (Math.min(millis, longest.toMillis()) * jitter));
  }
}

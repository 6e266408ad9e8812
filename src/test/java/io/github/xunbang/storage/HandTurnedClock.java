package io.github.xunbang.storage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that stands still until a test turns it; safe to read from other threads. */
public final class HandTurnedClock extends Clock {

  private volatile Instant now;

  /** A clock that shows {@code now}. */
  public HandTurnedClock(Instant now) {
    this.now = now;
  }

  /** Moves the hand forward. */
  public void turn(Duration by) {
    now = now.plus(by);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneId.of("Asia/Shanghai");
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException();
  }
}

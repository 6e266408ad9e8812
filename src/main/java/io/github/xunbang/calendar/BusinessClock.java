package io.github.xunbang.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Business time: real time plus an offset that only the simulator (and tests) may change. Leases,
 * backoff, rate budgets and pings use real time instead (design section 4), that is {@link
 * #realTime()}.
 */
public final class BusinessClock extends Clock {

  private final Clock base;
  private volatile Duration offset;

  /** Business time over {@code base} with no offset. */
  public BusinessClock(Clock base) {
    this(base, Duration.ZERO);
  }

  private BusinessClock(Clock base, Duration offset) {
    this.base = base;
    this.offset = offset;
  }

  @Override
  public Instant instant() {
    return base.instant().plus(offset);
  }

  @Override
  public ZoneId getZone() {
    return base.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new BusinessClock(base.withZone(zone), offset);
  }

  /** Sets business time to {@code now}; it goes on ticking from there. */
  public void moveTo(Instant now) {
    offset = Duration.between(base.instant(), now);
  }

  /** Business time minus real time. */
  public Duration offset() {
    return offset;
  }

  /** Sets the offset, for example the one stored before a restart. */
  public void setOffset(Duration offset) {
    this.offset = offset;
  }

  /** The clock for leases, backoff and time-outs. */
  public Clock realTime() {
    return base;
  }
}

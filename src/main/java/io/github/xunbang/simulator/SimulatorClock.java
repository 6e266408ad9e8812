package io.github.xunbang.simulator;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.outbox.OutboxService;
import io.github.xunbang.schedule.ScheduleService;
import jakarta.annotation.PostConstruct;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Service;

/**
 * Turns business time forward. Every due instant on the way is visited in order, so each job sees
 * its own time and nothing counts as missed (design section 15). The offset outlives a restart;
 * with a real channel configured it is left alone and time is real.
 */
@Service
@ConditionalOnSimulator
class SimulatorClock {

  private static final Logger LOG = LoggerFactory.getLogger(SimulatorClock.class);
  private static final Duration FARTHEST = Duration.ofDays(5 * 366L);
  private static final int ATTEMPTS = 3;

  private final BusinessClock clock;
  private final ScheduleService schedule;
  private final OutboxService outbox;
  private final ClockOffsetRepository offsets;
  private final boolean real;
  private final ReentrantLock stepping = new ReentrantLock();

  SimulatorClock(
      BusinessClock clock,
      ScheduleService schedule,
      OutboxService outbox,
      ClockOffsetRepository offsets,
      Environment environment) {
    this.clock = clock;
    this.schedule = schedule;
    this.outbox = outbox;
    this.offsets = offsets;
    this.real = SimulatorCondition.hasRealChannel(environment);
  }

  /** While beans are made, so before any worker looks at the time. */
  @PostConstruct
  void resume() {
    if (!real) {
      clock.setOffset(offsets.load());
    }
  }

  /** Business time now. */
  Instant now() {
    return clock.instant();
  }

  /** Whether a real channel is configured, so that time cannot be turned. */
  boolean isReal() {
    return real;
  }

  /**
   * Turns business time to {@code target} and returns when everything due until then is delivered.
   *
   * @throws ClockRefusedException backward, or beside a real channel
   * @throws BadRequestException more than five years ahead
   */
  void advanceTo(Instant target) {
    stepping.lock();
    try {
      check(target);
      stepThroughDueInstants(target);
      step(target, target);
    } finally {
      stepping.unlock();
    }
  }

  /**
   * Back to real time, for a simulator without organizations; in any other case time only goes
   * forward.
   */
  void backToRealTime() {
    stepping.lock();
    try {
      if (!real) {
        offsets.save(Duration.ZERO);
        clock.setOffset(Duration.ZERO);
      }
    } finally {
      stepping.unlock();
    }
  }

  private void check(Instant target) {
    if (real) {
      throw new ClockRefusedException("已接入真实渠道，时间以实际为准，不能快进");
    }
    Instant now = clock.instant();
    if (target.isBefore(now)) {
      throw new ClockRefusedException(
          "时间只能往前走，现在是 " + now.atZone(clock.getZone()).toLocalDateTime());
    }
    if (target.isAfter(now.plus(FARTHEST))) {
      throw new BadRequestException("一次最多快进5年");
    }
  }

  private void stepThroughDueInstants(Instant target) {
    @Nullable Instant visited = null;
    int visits = 0;
    // What was said just before belongs to this instant, or is held from it on.
    outbox.drain();
    for (Optional<Instant> next = nextDue(target); next.isPresent(); next = nextDue(target)) {
      Instant due = next.get();
      visits = due.equals(visited) ? visits + 1 : 1;
      if (visits > ATTEMPTS) {
        // A job that keeps failing backs off in real time; waiting for it would hang the page.
        LOG.warn("Jobs due at {} do not finish, going on to {}", due, target);
        return;
      }
      visited = due;
      step(due, target);
    }
  }

  private Optional<Instant> nextDue(Instant target) {
    return Stream.of(schedule.nextDue(), outbox.nextRelease())
        .flatMap(Optional::stream)
        .min(Instant::compareTo)
        .filter(due -> !due.isAfter(target));
  }

  /** Visits {@code instant}; the clock ticks while jobs run and must neither go back nor pass. */
  private void step(Instant instant, Instant target) {
    if (instant.isAfter(clock.instant())) {
      clock.moveTo(instant);
      offsets.save(clock.offset());
    }
    schedule.runDue(instant.isAfter(target) ? target : instant);
    outbox.drain();
  }
}

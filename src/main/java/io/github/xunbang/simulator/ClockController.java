package io.github.xunbang.simulator;

import io.github.xunbang.calendar.BusinessClock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads and turns simulated time (design section 15). */
@RestController
@ConditionalOnSimulator
@RequestMapping("/simulator/api/clock")
class ClockController {

  static final String EXAMPLE = "{\"now\":\"2026-12-11T08:36:00+08:00\"}";

  private final SimulatorClock simulatorClock;
  private final BusinessClock clock;

  ClockController(SimulatorClock simulatorClock, BusinessClock clock) {
    this.simulatorClock = simulatorClock;
    this.clock = clock;
  }

  @GetMapping
  Now now() {
    return Now.of(simulatorClock.now().atZone(clock.getZone()));
  }

  @PutMapping
  Now advance(@RequestBody Wanted wanted) {
    simulatorClock.advanceTo(parse(wanted.now()));
    return now();
  }

  /** A time without an offset is meant in the business zone. */
  private Instant parse(@Nullable String typed) {
    if (typed == null) {
      throw new BadRequestException("缺 now。请发：" + EXAMPLE);
    }
    try {
      TemporalAccessor parsed =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(
              typed.strip(), OffsetDateTime::from, LocalDateTime::from);
      return parsed instanceof OffsetDateTime withOffset
          ? withOffset.toInstant()
          : LocalDateTime.from(parsed).atZone(clock.getZone()).toInstant();
    } catch (DateTimeException e) {
      throw new BadRequestException("now 不是时间。请发：" + EXAMPLE);
    }
  }

  /**
   * Body of a PUT.
   *
   * @param now ISO date and time
   */
  record Wanted(@Nullable String now) {}

  /**
   * Business time.
   *
   * @param now ISO date and time with offset
   */
  record Now(String now) {

    static Now of(ZonedDateTime time) {
      return new Now(
          DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.truncatedTo(ChronoUnit.MILLIS)));
    }
  }
}

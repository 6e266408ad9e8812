package io.github.xunbang.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * How an organization counts days (design section 4).
 *
 * @param zone time zone, Asia/Shanghai by default
 * @param dayStart a message before this hour belongs to the day before; default 04:00
 * @param closingTime when a finished period freezes on the next calendar day; default 08:30
 */
public record BusinessDay(ZoneId zone, LocalTime dayStart, LocalTime closingTime) {

  /** Design section 4's defaults. */
  public static final BusinessDay DEFAULT =
      new BusinessDay(ZoneId.of("Asia/Shanghai"), LocalTime.of(4, 0), LocalTime.of(8, 30));

  /** The business day that {@code instant} belongs to. */
  public LocalDate of(Instant instant) {
    ZonedDateTime local = instant.atZone(zone);
    return local.toLocalTime().isBefore(dayStart)
        ? local.toLocalDate().minusDays(1)
        : local.toLocalDate();
  }

  /** Whether {@code instant} lies between midnight and the day start, when 昨天 has two meanings. */
  public boolean isAfterMidnight(Instant instant) {
    return instant.atZone(zone).toLocalTime().isBefore(dayStart);
  }

  /** The instant at which the business day {@code day} begins. */
  public Instant startOf(LocalDate day) {
    return day.atTime(dayStart).atZone(zone).toInstant();
  }
}

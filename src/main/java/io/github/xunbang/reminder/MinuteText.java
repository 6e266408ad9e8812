package io.github.xunbang.reminder;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Times of day for people: {@code 20:35}. */
final class MinuteText {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
  private static final int SECONDS_TO_NEXT = 59;

  private MinuteText() {}

  static String of(Instant instant, ZoneId zone) {
    return TIME.format(instant.atZone(zone));
  }

  /** The first full minute that is not before {@code instant}. */
  static String after(Instant instant, ZoneId zone) {
    return of(instant.truncatedTo(ChronoUnit.SECONDS).plusSeconds(SECONDS_TO_NEXT), zone);
  }
}

package io.github.xunbang.leave.check;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of the day in the organization's zone: 工作时间 or 午休.
 *
 * @param from included
 * @param to excluded, after {@code from} on the same day
 */
record WorkingHours(LocalTime from, LocalTime to) {

  private static final Pattern TYPED =
      Pattern.compile(
          "(\\d{1,2})(?:[:：点](\\d{2})?(?:分)?)?\\s*(?:-|–|—|~|～|到|至)\\s*(\\d{1,2})(?:[:：点](\\d{2})?(?:分)?)?");

  /** {@code 09:00-18:00}, {@code 9点到18点}; empty when it is none or the wrong way round. */
  static Optional<WorkingHours> parse(String typed) {
    Matcher matcher = TYPED.matcher(typed.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Optional<LocalTime> from = time(matcher.group(1), matcher.group(2));
    Optional<LocalTime> to = time(matcher.group(3), matcher.group(4));
    return from.isPresent() && to.isPresent() && from.get().isBefore(to.get())
        ? Optional.of(new WorkingHours(from.get(), to.get()))
        : Optional.empty();
  }

  private static Optional<LocalTime> time(String hour, String minute) {
    int hours = Integer.parseInt(hour);
    int minutes = minute == null ? 0 : Integer.parseInt(minute);
    return hours < 24 && minutes < 60
        ? Optional.of(LocalTime.of(hours, minutes))
        : Optional.empty();
  }

  boolean contains(Instant instant, ZoneId zone) {
    LocalTime time = instant.atZone(zone).toLocalTime();
    return !time.isBefore(from) && time.isBefore(to);
  }

  /** Whether a stretch of {@code length} from {@code start}, inside a day, lies within. */
  boolean covers(Instant start, Duration length, ZoneId zone) {
    return contains(start, zone) && contains(start.plus(length).minusNanos(1), zone);
  }

  /** Whether such a stretch touches it. */
  boolean touches(Instant start, Duration length, ZoneId zone) {
    LocalTime begin = start.atZone(zone).toLocalTime();
    LocalTime end = start.plus(length).atZone(zone).toLocalTime();
    return begin.isBefore(to) && end.isAfter(from);
  }

  @Override
  public String toString() {
    return from + "-" + to;
  }
}

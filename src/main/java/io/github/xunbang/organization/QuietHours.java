package io.github.xunbang.organization;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * When the bot says nothing by itself (design section 7, S-117), in the organization's zone; it may
 * cross midnight. Answers are never held.
 *
 * @param from first quiet minute
 * @param to first minute that is not quiet any more; equal to {@code from} means never quiet
 */
public record QuietHours(LocalTime from, LocalTime to) {

  /** 22:30 to 07:30. */
  public static final QuietHours DEFAULT =
      new QuietHours(LocalTime.of(22, 30), LocalTime.of(7, 30));

  /** The end of the quiet hours that {@code instant} lies in, or empty outside of them. */
  public Optional<Instant> endOf(Instant instant, ZoneId zone) {
    ZonedDateTime local = instant.atZone(zone);
    LocalTime time = local.toLocalTime();
    boolean crossing = to.isBefore(from);
    boolean quiet =
        crossing
            ? !time.isBefore(from) || time.isBefore(to)
            : !time.isBefore(from) && time.isBefore(to);
    if (!quiet) {
      return Optional.empty();
    }
    boolean endsTomorrow = crossing && !time.isBefore(from);
    return Optional.of(
        local.toLocalDate().plusDays(endsTomorrow ? 1 : 0).atTime(to).atZone(zone).toInstant());
  }
}

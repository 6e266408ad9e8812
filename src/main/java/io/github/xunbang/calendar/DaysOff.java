package io.github.xunbang.calendar;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Knows days on which work differs from the statutory calendar; {@code organization} implements it
 * for weekly rest days and extra days, {@code leave} for a person's leave. Asked in {@link
 * org.springframework.core.annotation.Order} order; the last answer wins, so a person's leave comes
 * after the organization's days.
 */
public interface DaysOff {

  /**
   * Whether {@code day} is worked, absent when this source has nothing to say.
   *
   * @param memberId the person asked about, or null for the organization as a whole
   */
  Optional<Boolean> works(String organizationId, @Nullable String memberId, LocalDate day);

  /**
   * The same for all days from {@code first} to {@code last}: asked once where many days are
   * counted, so that a source can look up what it knows before the first day and not per day.
   */
  default Function<LocalDate, Optional<Boolean>> between(
      String organizationId, @Nullable String memberId, LocalDate first, LocalDate last) {
    return day -> works(organizationId, memberId, day);
  }

  /**
   * The days from {@code first} to {@code last} of which this person is away one half; {@link
   * #works} has nothing to say about them, so that they stay workdays.
   */
  default Predicate<LocalDate> halvesBetween(
      String organizationId, String memberId, LocalDate first, LocalDate last) {
    return day -> false;
  }
}

package io.github.xunbang.deal.internal;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.organization.Organization;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/** Which days a deal may be dated to: those of a report (design section 4). */
final class SigningDays {

  /** The setting of {@code report}, which deals obey as well. */
  private static final String FREE_DAYS = "补报天数";

  private static final String DEFAULT = "3";

  private SigningDays() {}

  /**
   * Whether somebody has to allow {@code day}: it is frozen, or older than the free days of
   * back-fill.
   *
   * @throws SigningProblem for a day to come
   */
  static boolean isLate(Organization organization, LocalDate day, LocalDate today, Instant now) {
    if (day.isAfter(today)) {
      throw new SigningProblem("future", Map.of("day", DateText.day(day)));
    }
    int free = Integer.parseInt(organization.settings().getOrDefault(FREE_DAYS, DEFAULT));
    return organization.isFrozen(day, now) || day.isBefore(today.minusDays(free));
  }
}

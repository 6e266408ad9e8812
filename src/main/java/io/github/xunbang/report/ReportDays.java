package io.github.xunbang.report;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.command.CommandDefinition;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.organization.Organization;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

/**
 * Which days a report may be dated to (design section 4): not the future; back-fill is free for
 * some days while no frozen period contains the day; else somebody has to allow it.
 */
final class ReportDays {

  private final CommandDefinition texts;
  private final Organization organization;

  ReportDays(CommandDefinition texts, Organization organization) {
    this.texts = texts;
    this.organization = organization;
  }

  /** How late a report is. */
  enum Lateness {
    IN_TIME,
    /** Past the free days of back-fill. */
    TOO_LATE,
    /** In a frozen period. */
    FROZEN
  }

  /**
   * How late the latest of these days is.
   *
   * @param at when the message came
   * @param now business time of the write, so that nothing slips into a board that froze in between
   * @throws CommandRejectedException for a day to come, with a line to type instead
   */
  Lateness of(Collection<LocalDate> days, Instant at, Instant now) {
    Lateness worst = Lateness.IN_TIME;
    for (LocalDate day : days) {
      Lateness one = of(day, at, now);
      worst = one.compareTo(worst) > 0 ? one : worst;
    }
    return worst;
  }

  private Lateness of(LocalDate day, Instant at, Instant now) {
    LocalDate today = organization.businessDay().of(at);
    if (day.isAfter(today)) {
      throw new CommandRejectedException(texts.text("future", Map.of("day", DateText.day(day))));
    }
    if (LateFigures.isFrozen(organization, day, now)) {
      return Lateness.FROZEN;
    }
    int free = BackfillDaysSetting.days(organization.settings());
    return day.isBefore(today.minusDays(free)) ? Lateness.TOO_LATE : Lateness.IN_TIME;
  }
}

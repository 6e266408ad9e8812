package io.github.xunbang.report;

import io.github.xunbang.calendar.BusinessDay;
import io.github.xunbang.calendar.DateText;
import io.github.xunbang.command.Access;
import io.github.xunbang.command.Caller;
import io.github.xunbang.command.CommandDefinition;
import io.github.xunbang.command.CommandRejectedException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * Which days a report may be dated to (design section 4): not the future; back-fill is free for
 * three days while no frozen period contains the day; a manager may go further back.
 */
final class ReportDays {

  private static final int BACK_FILL_DAYS = 3;

  private final CommandDefinition texts;
  private final BusinessDay businessDay;

  ReportDays(CommandDefinition texts, BusinessDay businessDay) {
    this.texts = texts;
    this.businessDay = businessDay;
  }

  /**
   * Accepts the day or refuses it with a line to type instead.
   *
   * @param at when the message came
   * @param now business time of the write, so that nothing slips into a board that froze in between
   */
  void check(LocalDate day, Caller caller, Instant at, Instant now) {
    LocalDate today = businessDay.of(at);
    if (day.isAfter(today)) {
      throw new CommandRejectedException(texts.text("future", Map.of("day", DateText.day(day))));
    }
    if (caller.access().covers(Access.MANAGER)) {
      return;
    }
    if (businessDay.isFrozen(day, now)) {
      throw refusal("frozen", day, caller);
    }
    if (day.isBefore(today.minusDays(BACK_FILL_DAYS))) {
      throw refusal("too_late", day, caller);
    }
  }

  private CommandRejectedException refusal(String text, LocalDate day, Caller caller) {
    return new CommandRejectedException(
        texts.text(
            text,
            Map.of(
                "day", DateText.day(day),
                "name", caller.name(),
                "date", day.getMonthValue() + "-" + day.getDayOfMonth())));
  }
}

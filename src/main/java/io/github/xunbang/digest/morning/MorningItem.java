package io.github.xunbang.digest.morning;

import io.github.xunbang.calendar.DateText;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something a manager wants said at a 晨会.
 *
 * @param number people type {@code 晨会 删 3}
 * @param part where in the 晨会
 * @param text one line, harmless already
 * @param when an ISO date for once, a {@link DayOfWeek} for weekly, or {@link #EVERY}
 * @param shownOn ISO date of the 晨会 that said it, of an item for once; null before
 * @param key the message that gave it
 */
record MorningItem(
    int number, Part part, String text, String when, @Nullable String shownOn, String key) {

  static final String EVERY = "EVERY";

  private static final int WAITS_DAYS = 7;

  static String weekly(DayOfWeek day) {
    return day.name();
  }

  static String once(LocalDate day) {
    return day.toString();
  }

  /**
   * Whether the 晨会 of {@code day} says it. What was planned for a 晨会 that did not take place is
   * said at the next one, up to a week later.
   */
  boolean isFor(LocalDate day) {
    if (when.equals(EVERY)) {
      return true;
    }
    if (!isOnce()) {
      return day.getDayOfWeek().name().equals(when);
    }
    LocalDate planned = LocalDate.parse(when);
    return shownOn == null
        ? !day.isBefore(planned) && !day.isAfter(planned.plusDays(WAITS_DAYS))
        : shownOn.equals(day.toString());
  }

  /** Whether it will never be said again from {@code today} on. */
  boolean isOver(LocalDate today) {
    return isOnce()
        && (shownOn != null || LocalDate.parse(when).plusDays(WAITS_DAYS).isBefore(today));
  }

  MorningItem shown(LocalDate day) {
    return isOnce() && shownOn == null && isFor(day)
        ? new MorningItem(number, part, text, when, day.toString(), key)
        : this;
  }

  /** {@code 3 市场 12月4日(周五)：新盘开卖}. */
  String line() {
    return number + " " + part.word() + " " + whenText() + "：" + text;
  }

  private String whenText() {
    if (when.equals(EVERY)) {
      return "每天";
    }
    return isOnce()
        ? DateText.day(LocalDate.parse(when))
        : "每" + DateText.weekday(LocalDate.EPOCH.with(DayOfWeek.valueOf(when)));
  }

  private boolean isOnce() {
    return Character.isDigit(when.charAt(0));
  }
}

package io.github.xunbang.calendar;

import java.time.LocalDate;

/**
 * How dates are written in a group: always with the weekday, so that a slip is seen at once (design
 * section 4).
 */
public final class DateText {

  private static final String WEEKDAYS = "一二三四五六日";

  private DateText() {}

  /** {@code 12月3日(周四)}. */
  public static String day(LocalDate day) {
    return shortDay(day) + "(" + weekday(day) + ")";
  }

  /** {@code 12月3日}. */
  public static String shortDay(LocalDate day) {
    return day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
  }

  /** {@code 周四}. */
  public static String weekday(LocalDate day) {
    return "周" + WEEKDAYS.charAt(day.getDayOfWeek().getValue() - 1);
  }

  /** {@code 2026年12月}. */
  public static String month(LocalDate day) {
    return day.getYear() + "年" + day.getMonthValue() + "月";
  }
}

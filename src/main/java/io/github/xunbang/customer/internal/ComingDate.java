package io.github.xunbang.customer.internal;

import io.github.xunbang.calendar.DateReading;
import io.github.xunbang.calendar.DateText;
import io.github.xunbang.calendar.DateWords;
import io.github.xunbang.command.ChineseNumber;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date on which something is to be done. Date words look back, as reports need it; here 周三, 20号
 * and 3-15 are the next ones to come, and 三天后, 下周, 下月5号 are read too.
 */
final class ComingDate {

  private static final int LONG_PAST = 60;
  private static final int FURTHEST = 400;
  private static final Pattern AHEAD =
      Pattern.compile("(\\d{1,3}|[一二两三四五六七八九十]{1,3})\\s*(天|周|个?星期|个?礼拜|个月)(?:以后|之后|后)");
  private static final Pattern NEXT_MONTH =
      Pattern.compile("下个?月\\s*(\\d{1,2}|[一二三四五六七八九十]{1,3})[号日]");
  private static final Pattern WEEKDAY = Pattern.compile("(?:周|星期|礼拜)[一二三四五六日天1-7]");
  private static final Pattern DAY_OF_MONTH =
      Pattern.compile("(?:\\d{1,2}|[一二三四五六七八九十]{1,3})[号日].*");
  private static final Pattern WITHOUT_YEAR =
      Pattern.compile("\\d{1,2}[./-]\\d{1,2}(?!\\d*[./-]).*|[^年]{1,3}月.*");

  private ComingDate() {}

  /**
   * A date in a text.
   *
   * @param end position after it
   * @param day the day, possibly a past one when it was written so
   */
  record Found(int end, LocalDate day) {}

  /**
   * The date that begins at {@code at} in a normalized text.
   *
   * @throws FollowProblem for a date that no calendar has, that contradicts its weekday or lies too
   *     far ahead
   */
  static Optional<Found> read(String text, int at, DateWords dates) {
    Optional<Found> found = ahead(text, at, dates.today());
    found = found.isPresent() ? found : written(text, at, dates);
    found.ifPresent(one -> checkNear(one.day(), dates.today()));
    return found;
  }

  private static void checkNear(LocalDate day, LocalDate today) {
    if (ChronoUnit.DAYS.between(today, day) > FURTHEST) {
      throw new FollowProblem("tooFar", Map.of("year", day.getYear()));
    }
  }

  private static Optional<Found> ahead(String text, int at, LocalDate today) {
    Matcher ahead = AHEAD.matcher(text).region(at, text.length());
    if (ahead.lookingAt()) {
      int count = number(ahead.group(1));
      String unit = ahead.group(2);
      LocalDate day =
          unit.equals("天")
              ? today.plusDays(count)
              : unit.endsWith("月") ? today.plusMonths(count) : today.plusWeeks(count);
      return Optional.of(new Found(ahead.end(), day));
    }
    Matcher next = NEXT_MONTH.matcher(text).region(at, text.length());
    if (!next.lookingAt()) {
      return Optional.empty();
    }
    LocalDate month = today.plusMonths(1).withDayOfMonth(1);
    int day = number(next.group(1));
    if (day < 1 || day > month.lengthOfMonth()) {
      throw new FollowProblem("noSuchDate", Map.of("date", next.group()));
    }
    return Optional.of(new Found(next.end(), month.withDayOfMonth(day)));
  }

  private static Optional<Found> written(String text, int at, DateWords dates) {
    return dates
        .read(text, at)
        .map(
            found ->
                new Found(
                    found.end(),
                    day(found.reading(), text.substring(at, found.end()), dates.today())));
  }

  private static LocalDate day(DateReading reading, String word, LocalDate today) {
    if (reading instanceof DateReading.Resolved resolved) {
      return coming(resolved.date(), word, today);
    }
    if (reading instanceof DateReading.Ambiguous past) {
      return past.calendarDay();
    }
    if (reading instanceof DateReading.Contradiction contradiction) {
      LocalDate day = coming(contradiction.date(), word, today);
      if (day.getDayOfWeek() == contradiction.said()) {
        return day;
      }
      throw new FollowProblem(
          "contradiction",
          Map.of(
              "sentence",
              DateText.day(day) + "不是" + DateText.weekday(day.with(contradiction.said()))));
    }
    throw new FollowProblem("noSuchDate", Map.of("date", word));
  }

  /** The next day of that name, where the word leaves open which. */
  private static LocalDate coming(LocalDate date, String word, LocalDate today) {
    if (!date.isBefore(today)) {
      return date;
    }
    if (WEEKDAY.matcher(word).matches()) {
      return date.plusWeeks(1);
    }
    if (DAY_OF_MONTH.matcher(word).matches()) {
      return nextDayOfMonth(date, today);
    }
    boolean nextYear =
        WITHOUT_YEAR.matcher(word).matches() && date.isBefore(today.minusDays(LONG_PAST));
    return nextYear ? date.plusYears(1) : date;
  }

  private static LocalDate nextDayOfMonth(LocalDate date, LocalDate today) {
    LocalDate month = date.withDayOfMonth(1).plusMonths(1);
    while (month.lengthOfMonth() < date.getDayOfMonth()
        || month.withDayOfMonth(date.getDayOfMonth()).isBefore(today)) {
      month = month.plusMonths(1);
    }
    return month.withDayOfMonth(date.getDayOfMonth());
  }

  /** A small whole number, digits or Chinese; 0 when it is none. */
  static int number(String typed) {
    return ChineseNumber.parse(typed).map(number -> number.value().intValue()).orElse(0);
  }
}

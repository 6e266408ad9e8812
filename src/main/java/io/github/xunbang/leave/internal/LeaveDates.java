package io.github.xunbang.leave.internal;

import io.github.xunbang.calendar.BusinessDay;
import io.github.xunbang.calendar.DateReading;
import io.github.xunbang.calendar.DateText;
import io.github.xunbang.calendar.DateWords;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Date words in a request for leave. A report looks back, leave looks ahead: 周五 and 20号 are the
 * next ones, and 1-20 said in December is in the coming January.
 */
final class LeaveDates {

  private static final int DAYS_BACK = 31;
  private static final int LONGEST_STRETCH = 180;
  private static final Pattern WITH_YEAR = Pattern.compile("\\d{4}[-/.年].*|\\d{2}年.*|\\d{8}.*");
  private static final Pattern WEEKDAY = Pattern.compile("(?:周|星期|礼拜)[一二三四五六日天1-7].*");
  private static final Pattern DAY_OF_MONTH =
      Pattern.compile("(?:\\d{1,2}|[一二三四五六七八九十]{1,3})[号日].*");
  private static final Pattern MONTH_AND_DAY =
      Pattern.compile("(?:\\d{1,2}\\s*[-/.月]|[一二三四五六七八九十]{1,2}月).*");
  private static final Pattern BARE_DAY = Pattern.compile("(\\d{1,2})(?![\\d./月天年-])(?:\\s*[号日])?");

  /**
   * A date found in a text.
   *
   * @param end position after it
   */
  record Found(LocalDate date, int end) {}

  private static final LocalTime NOON = LocalTime.of(12, 0);
  private static final LocalTime EVENING = LocalTime.of(18, 0);

  private final DateWords words;
  private final LocalDate today;
  private final LocalDateTime now;

  LeaveDates(BusinessDay businessDay, Instant now) {
    words = new DateWords(businessDay, now);
    today = words.today();
    this.now = LocalDateTime.ofInstant(now, businessDay.zone());
  }

  LocalDate today() {
    return today;
  }

  /** The week that comes in so many weeks, from Monday to Sunday; what is left of this one. */
  Span week(int weeks) {
    LocalDate first = weeks == 0 ? today : today.plusWeeks(weeks).with(DayOfWeek.MONDAY);
    return Span.days(first, first.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)));
  }

  /** Whether that half of a day is gone: the morning at noon, the afternoon at six. */
  boolean isOver(HalfDay half) {
    return !now.isBefore(half.day().atTime(half.afternoon() ? EVENING : NOON));
  }

  /**
   * The date that begins at {@code at}.
   *
   * @throws LeaveProblem when it is no date of any calendar, or two
   */
  Optional<Found> read(String text, int at) {
    return words.read(text, at).map(found -> resolved(text, at, found, today, DAYS_BACK));
  }

  /** The end of a stretch that begins on {@code first}; a bare number is a day of the month. */
  Optional<Found> readEnd(String text, int at, LocalDate first) {
    Matcher bare = BARE_DAY.matcher(text).region(at, text.length());
    if (bare.lookingAt()) {
      return dayOfMonth(Integer.parseInt(bare.group(1)), first)
          .map(date -> new Found(date, bare.end()));
    }
    return words.read(text, at).map(found -> resolved(text, at, found, first, 0));
  }

  private Found resolved(String text, int at, DateWords.Found found, LocalDate from, int daysBack) {
    String word = text.substring(at, found.end());
    DateReading reading = found.reading();
    if (reading instanceof DateReading.Resolved one) {
      return new Found(ahead(one.date(), word, from, daysBack), found.end());
    }
    if (reading instanceof DateReading.Contradiction wrong) {
      LocalDate date = ahead(wrong.date(), word, from, daysBack);
      if (date.getDayOfWeek() == wrong.said()) {
        return new Found(date, found.end());
      }
      String sentence = new DateReading.Contradiction(date, wrong.said()).sentence();
      throw new LeaveProblem("contradiction", Map.of("sentence", sentence));
    }
    if (reading instanceof DateReading.Ambiguous two) {
      throw new LeaveProblem(
          "midnight",
          Map.of(
              "first", DateText.day(two.businessDay()),
              "second", DateText.day(two.calendarDay()),
              "date", two.businessDay().toString().substring(5)));
    }
    throw new LeaveProblem("noSuchDate", Map.of("date", word));
  }

  private static LocalDate ahead(LocalDate date, String word, LocalDate from, int daysBack) {
    if (WITH_YEAR.matcher(word).matches()) {
      return date;
    }
    if (WEEKDAY.matcher(word).matches() && !word.matches(".*\\d[-/.月号日].*")) {
      DayOfWeek weekday = date.getDayOfWeek();
      return from.with(TemporalAdjusters.nextOrSame(weekday));
    }
    if (DAY_OF_MONTH.matcher(word).matches()) {
      return dayOfMonth(date.getDayOfMonth(), from).orElse(date);
    }
    boolean passed =
        MONTH_AND_DAY.matcher(word).matches() && date.isBefore(from.minusDays(daysBack));
    return passed && (daysBack > 0 || endsNear(date, from)) ? date.plusYears(1) : date;
  }

  /** 12-30到1-4 goes over New Year; 12-10到12-4 is the wrong way round. */
  private static boolean endsNear(LocalDate date, LocalDate from) {
    return date.plusYears(1).isBefore(from.plusDays(LONGEST_STRETCH));
  }

  /** The first such day of a month from {@code from} on; February may not have it. */
  private static Optional<LocalDate> dayOfMonth(int day, LocalDate from) {
    for (int months = 0; months < 3; months++) {
      LocalDate month = from.withDayOfMonth(1).plusMonths(months);
      try {
        LocalDate date = month.withDayOfMonth(day);
        if (!date.isBefore(from)) {
          return Optional.of(date);
        }
      } catch (DateTimeException shorterMonth) {
        continue;
      }
    }
    return Optional.empty();
  }
}

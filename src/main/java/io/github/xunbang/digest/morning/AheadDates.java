package io.github.xunbang.digest.morning;

import io.github.xunbang.calendar.BusinessDay;
import io.github.xunbang.calendar.DateReading;
import io.github.xunbang.calendar.DateWords;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.command.TypedText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Date words that look ahead: 周五 and 20号 are the coming ones, and 2-10 said in December is in
 * February. Only what is a date as a whole counts, for 周六团建 is an announcement.
 */
final class AheadDates {

  private static final int LONG_PAST = 60;
  private static final String WEEKDAY = "(?:周|星期|礼拜)[一二三四五六日天]";

  /** Dates of digits that no other number looks like: 12-08, 12月8日, 2026-12-08. */
  private static final Pattern PLAIN =
      Pattern.compile(
          "(?:\\d{4}[-/.年])?\\d{1,2}(?:-\\d{1,2}|月\\d{1,2}[日号]?)(?:\\(?" + WEEKDAY + "\\)?)?日?");

  private static final Pattern WORD =
      Pattern.compile(
          "今天|今日|明天|明日|后天|大后天|(?:本|这|下)?个?"
              + WEEKDAY
              + "|\\d{1,2}[日号]|\\d{1,2}[./]\\d{1,2}|\\d{4}[./]\\d{1,2}[./]\\d{1,2}");
  private static final Pattern RELATIVE = Pattern.compile("明天|明日|后天|大后天");

  private final DateWords words;
  private final LocalDate today;

  AheadDates(BusinessDay businessDay, Instant now) {
    words = new DateWords(businessDay, now);
    today = words.today();
  }

  LocalDate today() {
    return today;
  }

  /** Whether {@code token} is a date written in digits: 12-08, 12月8日. */
  static boolean isPlain(String token) {
    return PLAIN.matcher(TypedText.normalize(token)).matches();
  }

  /** Whether a date at the end of a line can only be one; 周五 may belong to the sentence. */
  static boolean isClearAtEnd(String token) {
    return isPlain(token) || RELATIVE.matcher(token).matches();
  }

  /**
   * The day that {@code token} names as a whole.
   *
   * @throws CommandRejectedException when no calendar has it or its weekday does not fit
   */
  Optional<LocalDate> read(String token) {
    String text = TypedText.normalize(token);
    if (!PLAIN.matcher(text).matches() && !WORD.matcher(text).matches()) {
      return Optional.empty();
    }
    return words.parse(text).map(reading -> ahead(resolved(reading), text));
  }

  private static LocalDate resolved(DateReading reading) {
    if (reading instanceof DateReading.Resolved one) {
      return one.date();
    }
    if (reading instanceof DateReading.Ambiguous two) {
      return two.calendarDay();
    }
    if (reading instanceof DateReading.Contradiction wrong) {
      throw new CommandRejectedException(wrong.sentence() + "，请写准日期再发，例如：12-08");
    }
    throw new CommandRejectedException(
        "没有“%s”这一天，请写准日期再发，例如：12-08".formatted(((DateReading.Invalid) reading).text()));
  }

  private LocalDate ahead(LocalDate date, String word) {
    if (!date.isBefore(today) || word.matches("\\d{4}.*")) {
      return date;
    }
    if (word.matches(WEEKDAY)) {
      return today.with(TemporalAdjusters.nextOrSame(date.getDayOfWeek()));
    }
    if (word.matches("\\d{1,2}[日号]")) {
      LocalDate next = date;
      for (int months = 1; next.isBefore(today); months++) {
        next = date.plusMonths(months);
      }
      return next;
    }
    return date.isBefore(today.minusDays(LONG_PAST)) ? date.plusYears(1) : date;
  }
}

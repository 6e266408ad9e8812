package io.github.xunbang.task.internal;

import io.github.xunbang.calendar.BusinessDay;
import io.github.xunbang.calendar.DateReading;
import io.github.xunbang.calendar.DateWords;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.command.TypedText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Due dates as people type them: 周五前, 12-06 18:00, 明天下午3点, 月底, 3天内. A report looks back, a task
 * looks ahead: 周五 and 20号 are the coming ones, and 2-10 said in December is in February.
 */
final class DueDates {

  private static final int LONG_PAST = 60;
  private static final Pattern WITH_YEAR = Pattern.compile("\\d{4}[-/.年].*|\\d{2}年.*|\\d{8}.*");
  private static final Pattern BARE_WEEKDAY = Pattern.compile("(?:周|星期|礼拜)[一二三四五六日天1-7]");
  private static final Pattern DAY_OF_MONTH =
      Pattern.compile("(?:\\d{1,2}|[一二三四五六七八九十]{1,3})[号日].*");
  private static final Pattern OTHER =
      Pattern.compile("(?:(本月底|这个月底|月底)|(下班前)|(\\d{1,2}|[一二两三四五六七八九十])天(?:之?内|后))");
  private static final Pattern TIME =
      Pattern.compile(
          "[\\s(]*(上午|早上|中午|下午|晚上|晚)?\\s*(\\d{1,2})(?::(\\d{2})|点(半|\\d{1,2}分?)?|时)(?!\\d)");
  private static final Pattern TAIL =
      Pattern.compile("[\\s)]*(?:下班)?(?:之前|以前|前|截止|之?内)?(?:完成(?=[\\s,，:：]|$))?[\\s,，:：、]*");

  private final DateWords words;
  private final LocalDate today;

  DueDates(BusinessDay businessDay, Instant now) {
    words = new DateWords(businessDay, now);
    today = words.today();
  }

  /**
   * A due date found in a text.
   *
   * @param time the hour if one was named
   * @param rest the text without it
   */
  record Found(LocalDate date, @Nullable LocalTime time, String rest) {}

  /**
   * The first due date of the text: in front, or behind a blank.
   *
   * @throws CommandRejectedException when the date is in no calendar or contradicts its weekday
   */
  Optional<Found> find(String typed) {
    String shown = TypedText.clean(typed).strip();
    String text = TypedText.normalize(shown);
    for (int at = 0; at < text.length(); at++) {
      if (at == 0 || " \t\n,，:：、。".indexOf(text.charAt(at - 1)) >= 0) {
        Optional<Found> found = readAt(text, shown, at);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Found> readAt(String text, String shown, int at) {
    Matcher other = OTHER.matcher(text).region(at, text.length());
    if (other.lookingAt()) {
      return Optional.of(found(text, shown, at, other.end(), otherDay(other)));
    }
    Optional<DateWords.Found> read = words.read(text, at);
    // 12.3 amid a text is a number unless it ends it or 前 follows.
    if (read.isEmpty()
        || (at > 0
            && read.get().bare()
            && !text.substring(read.get().end()).matches("(?s)\\s*(?:之?前.*)?"))) {
      return Optional.empty();
    }
    int end = read.get().end();
    LocalDate date = ahead(resolved(read.get().reading()), text.substring(at, end));
    return Optional.of(found(text, shown, at, end, date));
  }

  private static Found found(String text, String shown, int start, int dateEnd, LocalDate date) {
    int end = dateEnd;
    LocalTime time = null;
    Matcher clock = TIME.matcher(text).region(end, text.length());
    if (clock.lookingAt()) {
      time = time(clock);
      end = clock.end();
    }
    Matcher tail = TAIL.matcher(text).region(end, text.length());
    end = tail.lookingAt() ? tail.end() : end;
    String before = shown.substring(0, start).replaceFirst("[\\s,，:：、]+$", "");
    String after = shown.substring(end).strip();
    String between = before.isEmpty() || after.isEmpty() ? "" : " ";
    return new Found(date, time, before + between + after);
  }

  private LocalDate otherDay(Matcher other) {
    if (other.group(1) != null) {
      return today.with(TemporalAdjusters.lastDayOfMonth());
    }
    if (other.group(2) != null) {
      return today;
    }
    int at = "一二三四五六七八九十".indexOf(other.group(3).replace('两', '二'));
    return today.plusDays(at >= 0 ? at + 1 : Integer.parseInt(other.group(3)));
  }

  private static @Nullable LocalTime time(Matcher clock) {
    String part = clock.group(1) == null ? "" : clock.group(1);
    String minutes = clock.group(3) == null ? clock.group(4) : clock.group(3);
    int hour = Integer.parseInt(clock.group(2));
    boolean afternoon = part.matches("下午|晚上?") && hour < 12 || part.equals("中午") && hour < 3;
    int minute =
        minutes == null ? 0 : minutes.equals("半") ? 30 : Integer.parseInt(minutes.replace("分", ""));
    try {
      return LocalTime.of(afternoon ? hour + 12 : hour, minute);
    } catch (DateTimeException e) {
      throw new CommandRejectedException(
          "没有“%s”这个时间。请这样写：待办 明天 18:00 交方案".formatted(clock.group().strip()));
    }
  }

  private static LocalDate resolved(DateReading reading) {
    if (reading instanceof DateReading.Resolved one) {
      return one.date();
    }
    if (reading instanceof DateReading.Ambiguous two) {
      return two.businessDay();
    }
    if (reading instanceof DateReading.Contradiction wrong) {
      throw new CommandRejectedException(wrong.sentence() + "，请写准日期再发：待办 12-06 交方案");
    }
    throw new CommandRejectedException(
        "没有“%s”这一天。请这样写：待办 12-06 交方案".formatted(((DateReading.Invalid) reading).text()));
  }

  private LocalDate ahead(LocalDate date, String word) {
    if (WITH_YEAR.matcher(word).matches() || !date.isBefore(today)) {
      return date;
    }
    if (BARE_WEEKDAY.matcher(word).matches()) {
      return today.with(TemporalAdjusters.nextOrSame(date.getDayOfWeek()));
    }
    if (DAY_OF_MONTH.matcher(word).matches()) {
      LocalDate next = date;
      for (int months = 1; next.isBefore(today); months++) {
        next = date.plusMonths(months);
      }
      return next;
    }
    return date.isBefore(today.minusDays(LONG_PAST)) ? date.plusYears(1) : date;
  }
}

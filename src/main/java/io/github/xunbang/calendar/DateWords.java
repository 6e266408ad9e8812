package io.github.xunbang.calendar;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads date words (design section 4): 今天 昨天 大前天 20号 12.3 12/3 12-03 12月3日 周三 2026-12-03. Relative
 * words count from the business day; a date without a year is the last one that is at most a month
 * ahead, so that a slip into the future stays visible and can be refused.
 */
public final class DateWords {

  private static final int DAYS_AHEAD = 31;
  private static final int DAYS_AHEAD_IN_MONTH = 7;
  private static final String FIRST_CHARS = "0123456789今昨前大当本明次后上这下周星礼一二三四五六七八九十";
  private static final Map<String, Integer> RELATIVE = relative();

  private final BusinessDay businessDay;
  private final Instant now;
  private final LocalDate today;

  /** Words said at {@code now} in an organization that counts days like {@code businessDay}. */
  public DateWords(BusinessDay businessDay, Instant now) {
    this.businessDay = businessDay;
    this.now = now;
    this.today = businessDay.of(now);
  }

  /**
   * A date found in a text.
   *
   * @param end position after it
   * @param reading what it means
   * @param bare whether it is written like a number ({@code 12.3}, {@code 12/3}, {@code 12-03})
   */
  public record Found(int end, DateReading reading, boolean bare) {}

  private static Map<String, Integer> relative() {
    Map<String, Integer> words = new LinkedHashMap<>();
    words.put("大前天", -3);
    words.put("前天", -2);
    words.put("前日", -2);
    words.put("昨天", -1);
    words.put("昨日", -1);
    words.put("昨晚", -1);
    words.put("今天", 0);
    words.put("今日", 0);
    words.put("今晚", 0);
    words.put("当日", 0);
    words.put("本日", 0);
    words.put("大后天", 3);
    words.put("明天", 1);
    words.put("明日", 1);
    words.put("次日", 1);
    words.put("后天", 2);
    return words;
  }

  /** The business day that relative words count from. */
  public LocalDate today() {
    return today;
  }

  /** The date that {@code typed} is as a whole. */
  public Optional<DateReading> parse(String typed) {
    String text = halfWidth(typed).strip();
    return read(text, 0).filter(found -> found.end() == text.length()).map(Found::reading);
  }

  static String halfWidth(String typed) {
    return Normalizer.normalize(typed, Normalizer.Form.NFKC)
        .replace('週', '周')
        .replace('禮', '礼')
        .replace('號', '号')
        .replace('後', '后');
  }

  /** The longest date word that begins at {@code at} in a half-width text. */
  public Optional<Found> read(String text, int at) {
    if (at < 0 || at >= text.length() || FIRST_CHARS.indexOf(text.charAt(at)) < 0) {
      return Optional.empty();
    }
    Found found = readRelative(text, at);
    found = found != null ? found : readWeekday(text, at);
    return Optional.ofNullable(found != null ? found : readDate(text, at));
  }

  private @Nullable Found readRelative(String text, int at) {
    for (Map.Entry<String, Integer> word : RELATIVE.entrySet()) {
      if (text.startsWith(word.getKey(), at)) {
        LocalDate date = today.plusDays(word.getValue());
        boolean twoMeanings = word.getValue() < 0 && businessDay.isAfterMidnight(now);
        DateReading reading =
            twoMeanings
                ? new DateReading.Ambiguous(date.plusDays(1), date)
                : new DateReading.Resolved(date);
        return checked(new DateScanner(text, at + word.getKey().length()), reading, false);
      }
    }
    return null;
  }

  private @Nullable Found readWeekday(String text, int at) {
    DateScanner scanner = new DateScanner(text, at);
    String which = scanner.takeAny("上个", "上", "本", "这个", "这", "下个", "下");
    int day = scanner.weekday();
    if (day < 0) {
      return null;
    }
    Found date = which == null ? dateBeside(text, scanner.at) : null;
    if (date != null) {
      return new Found(date.end(), check(date.reading(), day), false);
    }
    return new Found(scanner.at, new DateReading.Resolved(weekday(which, day)), false);
  }

  private LocalDate weekday(@Nullable String which, int day) {
    DayOfWeek weekday = DayOfWeek.of(day);
    if (which == null) {
      return today.with(TemporalAdjusters.previousOrSame(weekday));
    }
    int weeks = which.startsWith("上") ? -1 : which.startsWith("下") ? 1 : 0;
    return today.plusWeeks(weeks).with(weekday);
  }

  /** The date in 周四(12.2) and 周四 12月2日. */
  private @Nullable Found dateBeside(String text, int at) {
    DateScanner scanner = new DateScanner(text, at);
    scanner.skipBlank();
    boolean bracket = scanner.take("(");
    Found date = readDate(text, scanner.at);
    if (date == null || date.bare() && !bracket) {
      return null;
    }
    scanner.at = date.end();
    return bracket && !scanner.take(")") ? null : new Found(scanner.at, date.reading(), false);
  }

  private @Nullable Found readDate(String text, int at) {
    DateScanner scanner = new DateScanner(text, at);
    if (scanner.isDigit(0)
        && (scanner.isDigit(-1) || scanner.peek(-1) == '.' && scanner.isDigit(-2))) {
      return null;
    }
    Found full = readFullDate(text, at);
    full = full != null ? full : readCompactDate(text, at);
    return full != null ? full : readShortDate(scanner, at, text);
  }

  private @Nullable Found readFullDate(String text, int at) {
    DateScanner scanner = new DateScanner(text, at);
    int year = scanner.digits(4);
    String separator = year < 0 ? null : scanner.takeAny("-", "/", ".", "年");
    int month = separator == null ? -1 : scanner.small();
    String second = separator != null && separator.equals("年") ? "月" : separator;
    if (month < 0 || second == null || !scanner.take(second)) {
      return null;
    }
    int day = scanner.small();
    if (day < 0 || year < 2000 && (year < 20 || year > 99) || scanner.isDigit(0)) {
      return null;
    }
    takeDaySuffix(scanner);
    LocalDate date = date(year < 100 ? 2000 + year : year, month, day);
    return checked(scanner, reading(date, text, at, scanner.at), false);
  }

  /** 20261203, bare: it may be a number. */
  private @Nullable Found readCompactDate(String text, int at) {
    DateScanner scanner = new DateScanner(text, at);
    int number = scanner.digits(8);
    LocalDate date = date(number / 10_000, number / 100 % 100, number % 100);
    boolean near = date != null && Math.abs(date.getYear() - today.getYear()) <= 1;
    return near ? checked(scanner, new DateReading.Resolved(date), true) : null;
  }

  private @Nullable Found readShortDate(DateScanner scanner, int at, String text) {
    int first = scanner.small();
    if (first < 0) {
      return null;
    }
    boolean byDigits = Character.isDigit(text.charAt(at));
    if (scanner.take("月")) {
      scanner.take("份");
      int day = scanner.small();
      if (day < 0) {
        return null;
      }
      takeDaySuffix(scanner);
      return checked(scanner, reading(nearest(first, day), text, at, scanner.at), false);
    }
    if (isDayOfMonth(scanner)) {
      scanner.at++;
      return checked(scanner, reading(nearestDay(first), text, at, scanner.at), false);
    }
    boolean separated = byDigits && scanner.takeAny(".", "/", "-") != null && scanner.isDigit(0);
    int day = separated ? scanner.digits(2) : -1;
    LocalDate date = day < 0 ? null : nearest(first, day);
    if (date == null || isNumberGoingOn(scanner)) {
      return null;
    }
    boolean suffixed = takeDaySuffix(scanner);
    Found found = checked(scanner, new DateReading.Resolved(date), true);
    return suffixed || found.end() > scanner.at - 1 && scanner.peek(-1) == ')'
        ? new Found(found.end(), found.reading(), false)
        : found;
  }

  /** 20号 and 20日, but not 3号楼 or 3日报. */
  private static boolean isDayOfMonth(DateScanner scanner) {
    char next = scanner.peek(1);
    return scanner.peek(0) == '号' && "楼店线铺机院房码".indexOf(next) < 0
        || scanner.peek(0) == '日' && next != '报';
  }

  private static boolean isNumberGoingOn(DateScanner scanner) {
    char next = scanner.peek(0);
    return scanner.isDigit(0)
        || "万千百亿wk%元块".indexOf(next) >= 0 && next != 0
        || "./-".indexOf(next) >= 0 && next != 0 && scanner.isDigit(1);
  }

  /** 日 is left where it begins 日报. */
  private static boolean takeDaySuffix(DateScanner scanner) {
    return scanner.take("号") || scanner.peek(1) != '报' && scanner.take("日");
  }

  private static DateReading reading(@Nullable LocalDate date, String text, int at, int end) {
    return date == null
        ? new DateReading.Invalid(text.substring(at, end))
        : new DateReading.Resolved(date);
  }

  private static Found checked(DateScanner scanner, DateReading reading, boolean bare) {
    int weekday = scanner.weekdayBeside();
    return weekday < 0
        ? new Found(scanner.at, reading, bare)
        : new Found(scanner.at, check(reading, weekday), false);
  }

  private static DateReading check(DateReading reading, int weekday) {
    DayOfWeek said = DayOfWeek.of(weekday);
    if (reading instanceof DateReading.Ambiguous two) {
      return two.calendarDay().getDayOfWeek() == said
          ? new DateReading.Resolved(two.calendarDay())
          : check(new DateReading.Resolved(two.businessDay()), weekday);
    }
    return reading instanceof DateReading.Resolved one && one.date().getDayOfWeek() != said
        ? new DateReading.Contradiction(one.date(), said)
        : reading;
  }

  /** The last such date that is at most a month ahead, or null when no year has it. */
  private @Nullable LocalDate nearest(int month, int day) {
    for (int year = today.getYear() + 1; year >= today.getYear() - 1; year--) {
      LocalDate date = date(year, month, day);
      if (date != null && !date.isAfter(today.plusDays(DAYS_AHEAD))) {
        return date;
      }
    }
    return null;
  }

  private @Nullable LocalDate nearestDay(int day) {
    LocalDate first = today.withDayOfMonth(1).plusMonths(1);
    for (int months = 0; months < 4; months++) {
      LocalDate month = first.minusMonths(months);
      LocalDate date = date(month.getYear(), month.getMonthValue(), day);
      if (date != null && !date.isAfter(today.plusDays(DAYS_AHEAD_IN_MONTH))) {
        return date;
      }
    }
    return null;
  }

  private static @Nullable LocalDate date(int year, int month, int day) {
    try {
      return LocalDate.of(year, month, day);
    } catch (DateTimeException e) {
      return null;
    }
  }
}

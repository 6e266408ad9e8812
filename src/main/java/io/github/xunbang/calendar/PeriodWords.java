package io.github.xunbang.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads period words (design section 4): 今天 本周 上周 本旬 上旬 上一旬 半月 上半月 本月 上月 本季 今年 12月 11月上旬. 上旬 中旬 下旬
 * and 上半月 下半月 are this month's; 上一旬 is the one before the running one.
 */
public final class PeriodWords {

  private static final Map<String, PeriodType> RUNNING =
      Map.ofEntries(
          Map.entry("日", PeriodType.DAY),
          Map.entry("本周", PeriodType.WEEK),
          Map.entry("这周", PeriodType.WEEK),
          Map.entry("周", PeriodType.WEEK),
          Map.entry("本旬", PeriodType.XUN),
          Map.entry("这旬", PeriodType.XUN),
          Map.entry("旬", PeriodType.XUN),
          Map.entry("半月", PeriodType.HALF_MONTH),
          Map.entry("本半月", PeriodType.HALF_MONTH),
          Map.entry("本月", PeriodType.MONTH),
          Map.entry("这个月", PeriodType.MONTH),
          Map.entry("当月", PeriodType.MONTH),
          Map.entry("月", PeriodType.MONTH),
          Map.entry("本季", PeriodType.QUARTER),
          Map.entry("本季度", PeriodType.QUARTER),
          Map.entry("季", PeriodType.QUARTER),
          Map.entry("季度", PeriodType.QUARTER),
          Map.entry("今年", PeriodType.YEAR),
          Map.entry("本年", PeriodType.YEAR),
          Map.entry("本年度", PeriodType.YEAR),
          Map.entry("年", PeriodType.YEAR),
          Map.entry("年度", PeriodType.YEAR));

  private static final Map<String, PeriodType> PREVIOUS =
      Map.ofEntries(
          Map.entry("上周", PeriodType.WEEK),
          Map.entry("上一周", PeriodType.WEEK),
          Map.entry("上个星期", PeriodType.WEEK),
          Map.entry("上星期", PeriodType.WEEK),
          Map.entry("上一旬", PeriodType.XUN),
          Map.entry("上个旬", PeriodType.XUN),
          Map.entry("上一半月", PeriodType.HALF_MONTH),
          Map.entry("上个半月", PeriodType.HALF_MONTH),
          Map.entry("上月", PeriodType.MONTH),
          Map.entry("上个月", PeriodType.MONTH),
          Map.entry("上季", PeriodType.QUARTER),
          Map.entry("上季度", PeriodType.QUARTER),
          Map.entry("上个季度", PeriodType.QUARTER),
          Map.entry("去年", PeriodType.YEAR),
          Map.entry("上年", PeriodType.YEAR));

  private static final Map<String, Integer> XUN_DAY = Map.of("上旬", 1, "中旬", 11, "下旬", 21);
  private static final Map<String, Integer> HALF_DAY = Map.of("上半月", 1, "下半月", 16);

  private final LocalDate today;
  private final DateWords dates;

  /** Words said at {@code now} in an organization that counts days like {@code businessDay}. */
  public PeriodWords(BusinessDay businessDay, Instant now) {
    this.today = businessDay.of(now);
    this.dates = new DateWords(businessDay, now);
  }

  /** The period that {@code typed} is as a whole; a date word is its day. */
  public Optional<Period> parse(String typed) {
    String text = DateWords.halfWidth(typed).strip();
    Period period = relative(text);
    if (period == null) {
      period = named(text);
    }
    return period != null ? Optional.of(period) : dates.parse(text).flatMap(PeriodWords::day);
  }

  private @Nullable Period relative(String text) {
    PeriodType running = RUNNING.get(text);
    if (running != null) {
      return Period.containing(running, today);
    }
    PeriodType previous = PREVIOUS.get(text);
    return previous == null ? null : Period.containing(previous, today).previous();
  }

  /** 上旬, 12月, 11月上旬, 2026年11月下半月, 三季度, 2026年. */
  private @Nullable Period named(String text) {
    DateScanner scanner = new DateScanner(text, 0);
    int year = scanner.digits(4);
    if (year >= 2000 && year < 10_000 && scanner.take("年")) {
      if (scanner.at == text.length()) {
        return Period.containing(PeriodType.YEAR, LocalDate.of(year, 1, 1));
      }
    } else {
      year = -1;
      scanner.at = 0;
    }
    String rest = text.substring(scanner.at);
    if (year < 0 && (XUN_DAY.containsKey(rest) || HALF_DAY.containsKey(rest))) {
      return part(rest, today);
    }
    Period quarter = quarter(rest, year);
    return quarter != null ? quarter : month(scanner, text, year);
  }

  private @Nullable Period month(DateScanner scanner, String text, int year) {
    int month = scanner.small();
    if (month < 1 || month > 12 || !scanner.take("月")) {
      return null;
    }
    scanner.take("份");
    LocalDate first = LocalDate.of(year < 0 ? today.getYear() : year, month, 1);
    if (year < 0 && first.isAfter(today)) {
      first = first.minusYears(1);
    }
    return part(text.substring(scanner.at), first);
  }

  private static @Nullable Period part(String rest, LocalDate inMonth) {
    Integer xun = XUN_DAY.get(rest);
    if (xun != null) {
      return Period.containing(PeriodType.XUN, inMonth.withDayOfMonth(xun));
    }
    Integer half = HALF_DAY.get(rest);
    if (half != null) {
      return Period.containing(PeriodType.HALF_MONTH, inMonth.withDayOfMonth(half));
    }
    return rest.isEmpty() ? Period.containing(PeriodType.MONTH, inMonth) : null;
  }

  private @Nullable Period quarter(String rest, int year) {
    DateScanner scanner = new DateScanner(rest, 0);
    boolean latin = scanner.takeAny("Q", "q") != null;
    boolean ordinal = !latin && scanner.take("第");
    int number = scanner.small();
    boolean word = latin || scanner.takeAny("季度", "季") != null;
    if (number < 1 || number > 4 || !word || scanner.at != rest.length() || ordinal && latin) {
      return null;
    }
    LocalDate first = LocalDate.of(year < 0 ? today.getYear() : year, 3 * number - 2, 1);
    boolean lastYears = year < 0 && first.isAfter(today);
    return Period.containing(PeriodType.QUARTER, lastYears ? first.minusYears(1) : first);
  }

  private static Optional<Period> day(DateReading reading) {
    return reading instanceof DateReading.Resolved resolved
        ? Optional.of(Period.containing(PeriodType.DAY, resolved.date()))
        : Optional.empty();
  }
}

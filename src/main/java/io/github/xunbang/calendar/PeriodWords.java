package io.github.xunbang.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads period words (design section 4): 今天 本周 上周 本旬 上旬 上一旬 半月 上半月 本月 上月 上上月 下月 本季 今年 12月 11月上旬
 * 去年12月 and the names of campaigns. 上旬 中旬 下旬 and 上半月 下半月 are this month's; 上一旬 is the one before
 * the running one. 月 季 年 are the organization's own by its settlement day.
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

  private static final Map<String, PeriodType> NEXT =
      Map.ofEntries(
          Map.entry("下周", PeriodType.WEEK),
          Map.entry("下一周", PeriodType.WEEK),
          Map.entry("下个星期", PeriodType.WEEK),
          Map.entry("下星期", PeriodType.WEEK),
          Map.entry("下一旬", PeriodType.XUN),
          Map.entry("下个旬", PeriodType.XUN),
          Map.entry("下月", PeriodType.MONTH),
          Map.entry("下个月", PeriodType.MONTH),
          Map.entry("下季", PeriodType.QUARTER),
          Map.entry("下季度", PeriodType.QUARTER),
          Map.entry("下个季度", PeriodType.QUARTER),
          Map.entry("明年", PeriodType.YEAR),
          Map.entry("下一年", PeriodType.YEAR));

  private static final Map<String, Integer> RELATIVE_YEAR =
      Map.of("去年", -1, "今年", 0, "本年", 0, "明年", 1);
  private static final Map<String, Integer> XUN_DAY = Map.of("上旬", 1, "中旬", 11, "下旬", 21);
  private static final Map<String, Integer> HALF_DAY = Map.of("上半月", 1, "下半月", 16);

  private final LocalDate today;
  private final DateWords dates;
  private final PeriodCalendar calendar;
  private final Map<String, Period> named;

  /** Words said at {@code now} in an organization with natural months and without campaigns. */
  public PeriodWords(BusinessDay businessDay, Instant now) {
    this(businessDay, now, PeriodCalendar.NATURAL, Map.of());
  }

  /**
   * Words said at {@code now} in an organization.
   *
   * @param businessDay how it counts days
   * @param calendar its months, quarters and years
   * @param named its campaigns by name
   */
  public PeriodWords(
      BusinessDay businessDay, Instant now, PeriodCalendar calendar, Map<String, Period> named) {
    this.today = businessDay.of(now);
    this.dates = new DateWords(businessDay, now);
    this.calendar = calendar;
    this.named = Map.copyOf(named);
  }

  /** The period that {@code typed} is as a whole; a date word is its day. */
  public Optional<Period> parse(String typed) {
    String text = DateWords.halfWidth(typed).strip();
    Period period = named.get(text);
    period = period != null ? period : relative(text);
    period = period != null ? period : dated(text);
    return period != null ? Optional.of(period) : dates.parse(text).flatMap(PeriodWords::day);
  }

  private @Nullable Period relative(String text) {
    PeriodType running = RUNNING.get(text);
    if (running != null) {
      return calendar.containing(running, today);
    }
    PeriodType previous = PREVIOUS.get(text);
    if (previous != null) {
      return calendar.previous(calendar.containing(previous, today));
    }
    PeriodType oneMore = text.startsWith("上上") ? PREVIOUS.get(text.substring(1)) : null;
    if (oneMore != null) {
      return calendar.previous(calendar.previous(calendar.containing(oneMore, today)));
    }
    PeriodType next = NEXT.get(text);
    return next == null ? null : calendar.next(calendar.containing(next, today));
  }

  /** 上旬, 12月, 11月上旬, 2026年11月下半月, 三季度, 2026年, 去年12月. */
  private @Nullable Period dated(String text) {
    DateScanner scanner = new DateScanner(text, 0);
    int year = year(scanner);
    String rest = text.substring(scanner.at);
    if (year > 0 && rest.isEmpty()) {
      return calendar.containing(PeriodType.YEAR, LocalDate.of(year, 6, 1));
    }
    if (year < 0 && (XUN_DAY.containsKey(rest) || HALF_DAY.containsKey(rest))) {
      return part(rest, YearMonth.from(today));
    }
    Period quarter = quarter(rest, year);
    return quarter != null ? quarter : month(scanner, text, year);
  }

  /** A year in digits or words in front, or -1 and no move. */
  private int year(DateScanner scanner) {
    int year = scanner.digits(4);
    if (year >= 2000 && year < 10_000 && scanner.take("年")) {
      return year;
    }
    scanner.at = 0;
    for (Map.Entry<String, Integer> word : RELATIVE_YEAR.entrySet()) {
      if (scanner.take(word.getKey())) {
        return calendar.monthOf(today).getYear() + word.getValue();
      }
    }
    return -1;
  }

  private @Nullable Period month(DateScanner scanner, String text, int year) {
    int month = scanner.small();
    if (month < 1 || month > 12 || !scanner.take("月")) {
      return null;
    }
    scanner.take("份");
    String rest = text.substring(scanner.at);
    int named = year > 0 ? year : latestYear(one -> monthStart(rest, YearMonth.of(one, month)));
    return part(rest, YearMonth.of(named, month));
  }

  private @Nullable Period part(String rest, YearMonth month) {
    Integer xun = XUN_DAY.get(rest);
    if (xun != null) {
      return Period.containing(PeriodType.XUN, month.atDay(xun));
    }
    Integer half = HALF_DAY.get(rest);
    if (half != null) {
      return Period.containing(PeriodType.HALF_MONTH, month.atDay(half));
    }
    return rest.isEmpty() ? calendar.month(month) : null;
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
    return quarter(year > 0 ? year : latestYear(one -> quarter(one, number).start()), number);
  }

  private Period quarter(int year, int number) {
    return calendar.containing(
        PeriodType.QUARTER, calendar.month(YearMonth.of(year, 3 * number - 1)).end());
  }

  /** Where a part is asked for, the natural month decides: the coming 下旬 is this month's. */
  private LocalDate monthStart(String rest, YearMonth month) {
    return rest.isEmpty() ? calendar.month(month).start() : month.atDay(1);
  }

  /** The last year in which it has begun: in March, 11月 is the November before. */
  private int latestYear(IntFunction<LocalDate> start) {
    // A settlement month may begin before New Year.
    int year = today.getYear() + 1;
    while (start.apply(year).isAfter(today)) {
      year--;
    }
    return year;
  }

  private static Optional<Period> day(DateReading reading) {
    return reading instanceof DateReading.Resolved resolved
        ? Optional.of(Period.containing(PeriodType.DAY, resolved.date()))
        : Optional.empty();
  }
}

package io.github.xunbang.calendar;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Days ahead as people type them: {@code 12-25}, {@code 12月25日到27日}, {@code 2026-12-25至2027-01-03},
 * 明天. Where chat lines look back, plans look ahead: without a year it is the next such stretch that
 * has not ended before a given day.
 */
public final class DayRangeText {

  private static final String DATE = "(?:(\\d{4})[-/.年])?(\\d{1,2})[-/.月](\\d{1,2})[日号]?";
  private static final Pattern SINGLE = Pattern.compile(DATE);
  private static final Pattern RANGE =
      Pattern.compile(DATE + "(?:到|至|~|-{1,2}|—{1,2}|–)(?:" + DATE + "|(\\d{1,2})[日号]?)");
  private static final int LEAP_YEARS_APART = 8;
  private static final int NO_YEAR = -1;

  private final LocalDate today;
  private final LocalDate notBefore;
  private final int usualYear;

  private DayRangeText(LocalDate today, LocalDate notBefore, int usualYear) {
    this.today = today;
    this.notBefore = notBefore;
    this.usualYear = usualYear;
  }

  /**
   * Reads stretches ahead.
   *
   * @param today what 明天 counts from
   * @param notBefore without a year, the first stretch that ends on this day or later
   */
  public static DayRangeText ahead(LocalDate today, LocalDate notBefore) {
    return new DayRangeText(today, notBefore, NO_YEAR);
  }

  /** Reads stretches that begin in the year of {@code today} when no year is typed. */
  public static DayRangeText thisYear(LocalDate today) {
    return new DayRangeText(today, LocalDate.MIN, today.getYear());
  }

  /** Half-width, and without blanks around the word between two dates. */
  public static String tidy(String typed) {
    return Normalizer.normalize(typed, Normalizer.Form.NFKC)
        .strip()
        .replaceAll("\\s*(到|至|~)\\s*", "$1");
  }

  /**
   * The days, empty when {@code text} is no date at all or the end lies before the start; a stretch
   * without years may cross New Year.
   */
  public Optional<DayRange> read(String text) {
    Matcher single = SINGLE.matcher(text);
    if (single.matches()) {
      return find(year(single.group(1)), year -> day(single, 1, year), start -> start);
    }
    return RANGE.matcher(text).matches() ? readRange(text) : word(text);
  }

  /** The days when {@code text} names a first and a last one, like {@link #read}. */
  public Optional<DayRange> readRange(String text) {
    Matcher range = RANGE.matcher(text);
    return range.matches()
        ? find(year(range.group(1)), year -> day(range, 1, year), start -> end(range, start))
        : Optional.empty();
  }

  /** Whether {@code text} is written like days, even impossible ones. */
  public static boolean looksLikeDays(String text) {
    return SINGLE.matcher(text).matches() || RANGE.matcher(text).matches();
  }

  private interface StartInYear {
    @Nullable LocalDate in(int year);
  }

  private interface EndAfter {
    @Nullable LocalDate of(LocalDate start);
  }

  private Optional<DayRange> find(int typedYear, StartInYear startIn, EndAfter endAfter) {
    int year = typedYear >= 0 ? typedYear : usualYear;
    int first = year >= 0 ? year : notBefore.getYear() - 1;
    int last = year >= 0 ? year : first + LEAP_YEARS_APART;
    for (int candidate = first; candidate <= last; candidate++) {
      LocalDate start = startIn.in(candidate);
      LocalDate end = start == null ? null : endAfter.of(start);
      boolean usable = start != null && end != null && !end.isBefore(start);
      if (usable && (year >= 0 || !end.isBefore(notBefore))) {
        return Optional.of(new DayRange(start, end));
      }
    }
    return Optional.empty();
  }

  private static @Nullable LocalDate end(Matcher range, LocalDate start) {
    if (range.group(7) != null) {
      return date(start.getYear(), start.getMonthValue(), Integer.parseInt(range.group(7)));
    }
    if (range.group(4) != null) {
      return day(range, 4, year(range.group(4)));
    }
    LocalDate sameYear = day(range, 4, start.getYear());
    return sameYear != null && !sameYear.isBefore(start)
        ? sameYear
        : day(range, 4, start.getYear() + 1);
  }

  private static @Nullable LocalDate day(Matcher text, int group, int year) {
    return date(
        year, Integer.parseInt(text.group(group + 1)), Integer.parseInt(text.group(group + 2)));
  }

  private static int year(@Nullable String digits) {
    return digits == null ? NO_YEAR : Integer.parseInt(digits);
  }

  private static @Nullable LocalDate date(int year, int month, int day) {
    if (year < 2000 || year > 2100) {
      return null;
    }
    try {
      return LocalDate.of(year, month, day);
    } catch (DateTimeException none) {
      return null;
    }
  }

  /** 今天 明天 后天 昨天; weekdays look back in chat and would surprise here. */
  private Optional<DayRange> word(String text) {
    if (text.isEmpty() || "今明后昨前".indexOf(text.charAt(0)) < 0) {
      return Optional.empty();
    }
    BusinessDay days = BusinessDay.DEFAULT;
    return new DateWords(days, today.atTime(12, 0).atZone(days.zone()).toInstant())
        .parse(text)
        .filter(DateReading.Resolved.class::isInstance)
        .map(reading -> ((DateReading.Resolved) reading).date())
        .map(day -> new DayRange(day, day));
  }
}

package io.github.xunbang.target.internal;

import io.github.xunbang.calendar.DayRangeText;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodCalendar;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.command.ArgumentType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the period of a target: everything argument type {@code period} knows, and free ranges
 * (8-11月, 8月1日到11月30日, S-36).
 */
final class TargetPeriods {

  private static final Pattern MONTHS = Pattern.compile("(\\d{1,2})月?(?:-+|到|至|~)(\\d{1,2})月份?");
  private static final Pattern NAMED = Pattern.compile("\\d{1,2}月.*|[一二三四五六七八九十]+(月|季).*|[第Qq].*");

  private final TargetCall context;
  private final ArgumentType periods;

  TargetPeriods(TargetCall context, ArgumentType periods) {
    this.context = context;
    this.periods = periods;
  }

  /**
   * The period.
   *
   * @param ahead whether a month named without its year and already over means the next one that is
   *     not, as in a new target
   */
  Optional<Period> find(String typed, boolean ahead) {
    Period range = range(typed);
    if (range != null) {
      return Optional.of(range);
    }
    Optional<Period> said = parsed(typed);
    boolean over = said.filter(period -> period.end().isBefore(context.today())).isPresent();
    if (ahead && over && NAMED.matcher(typed).matches()) {
      int year = context.today().getYear();
      return Stream.of(year, year + 1)
          .flatMap(one -> parsed(one + "年" + typed).stream())
          .filter(period -> !period.end().isBefore(context.today()))
          .findFirst()
          .or(() -> said);
    }
    return said;
  }

  private Optional<Period> parsed(String typed) {
    return periods
        .parse(typed, context.call().caller(), context.call().message())
        .map(Period.class::cast);
  }

  private @Nullable Period range(String typed) {
    return DayRangeText.thisYear(context.today())
        .readRange(typed)
        .map(days -> ahead(days.start(), days.end()))
        .orElseGet(() -> months(typed));
  }

  private @Nullable Period months(String typed) {
    Matcher months = MONTHS.matcher(typed);
    if (!months.matches()) {
      return null;
    }
    try {
      PeriodCalendar calendar = context.organization().periods();
      int year = context.today().getYear();
      YearMonth first = YearMonth.of(year, Integer.parseInt(months.group(1)));
      YearMonth last = YearMonth.of(year, Integer.parseInt(months.group(2)));
      return ahead(calendar.month(first).start(), calendar.month(last).end());
    } catch (DateTimeException noSuchMonth) {
      return null;
    }
  }

  /** A range that ends before it starts goes into the next year; Monday to Sunday is a week. */
  private static Period ahead(LocalDate first, LocalDate last) {
    LocalDate end = last.isBefore(first) ? last.plusYears(1) : last;
    Period week = Period.containing(PeriodType.WEEK, first);
    return week.start().equals(first) && week.end().equals(end)
        ? week
        : new Period(PeriodType.CAMPAIGN, first, end);
  }
}

package io.github.xunbang.target.internal;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodCalendar;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.command.ArgumentType;
import io.github.xunbang.organization.Campaign;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the period of a target: everything argument type {@code period} knows, the next one (下月,
 * 明年), campaigns, and free ranges (8-11月, 8月1日到11月30日, S-36).
 */
final class TargetPeriods {

  private static final Map<String, PeriodType> NEXT =
      Map.ofEntries(
          Map.entry("下周", PeriodType.WEEK),
          Map.entry("下一周", PeriodType.WEEK),
          Map.entry("下一旬", PeriodType.XUN),
          Map.entry("下月", PeriodType.MONTH),
          Map.entry("下个月", PeriodType.MONTH),
          Map.entry("下季", PeriodType.QUARTER),
          Map.entry("下季度", PeriodType.QUARTER),
          Map.entry("下个季度", PeriodType.QUARTER),
          Map.entry("明年", PeriodType.YEAR),
          Map.entry("下一年", PeriodType.YEAR));

  private static final Pattern MONTHS = Pattern.compile("(\\d{1,2})月?(?:-+|到|至|~)(\\d{1,2})月份?");
  private static final Pattern DAYS =
      Pattern.compile("(\\d{1,2})[-/.月](\\d{1,2})[日号]?(?:到|至|~|-+)(\\d{1,2})[-/.月](\\d{1,2})[日号]?");
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
    Period special = special(typed);
    if (special != null) {
      return Optional.of(special);
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

  private @Nullable Period special(String typed) {
    PeriodCalendar calendar = context.organization().periods();
    PeriodType next = NEXT.get(typed);
    if (next != null) {
      return calendar.next(calendar.containing(next, context.today()));
    }
    Optional<Campaign> campaign = context.organization().campaign(typed);
    if (campaign.isPresent()) {
      return campaign.get().period();
    }
    return range(typed, calendar);
  }

  private @Nullable Period range(String typed, PeriodCalendar calendar) {
    Matcher months = MONTHS.matcher(typed);
    Matcher days = DAYS.matcher(typed);
    try {
      if (days.matches()) {
        return ahead(date(days, 1), date(days, 3));
      }
      if (months.matches()) {
        int year = context.today().getYear();
        YearMonth first = YearMonth.of(year, Integer.parseInt(months.group(1)));
        YearMonth last = YearMonth.of(year, Integer.parseInt(months.group(2)));
        return ahead(calendar.month(first).start(), calendar.month(last).end());
      }
    } catch (DateTimeException noSuchDay) {
      return null;
    }
    return null;
  }

  private LocalDate date(Matcher days, int group) {
    return LocalDate.of(
        context.today().getYear(),
        Integer.parseInt(days.group(group)),
        Integer.parseInt(days.group(group + 1)));
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

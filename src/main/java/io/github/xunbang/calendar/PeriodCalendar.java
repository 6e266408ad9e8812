package io.github.xunbang.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * An organization's periods: 日 周 旬 半月 always by the natural calendar, 月 季 年 by its settlement day
 * (design section 4, S-57). Month M contains its cut-off and runs from the day after the last one;
 * a shorter month is cut at its last day, so with 30 the 31st opens the next month.
 *
 * <p>A change of day makes one month longer or shorter. So that nobody is settled on a handful of
 * days (from natural months to the 5th: five days), a month has at least {@value #SHORTEST} days: a
 * shorter one after a change has no cut-off of its own, the next month absorbs it, and {@link
 * #month} answers with that next month for both names. Earlier months never depend on a later
 * change.
 */
public final class PeriodCalendar {

  /** Natural months throughout. */
  public static final PeriodCalendar NATURAL = new PeriodCalendar(Map.of());

  private static final int NATURAL_DAY = 31;
  private static final int SHORTEST = 15;

  private final NavigableMap<YearMonth, Integer> settlementDays;

  /**
   * Periods of an organization.
   *
   * @param settlementDays from which month on which settlement day (1–30) holds; 0 means natural
   *     months again; the first month after a change absorbs the gap
   */
  public PeriodCalendar(Map<YearMonth, Integer> settlementDays) {
    settlementDays
        .values()
        .forEach(
            day -> {
              if (day < 0 || day > 30) {
                throw new IllegalArgumentException("Settlement day " + day);
              }
            });
    this.settlementDays = new TreeMap<>(settlementDays);
  }

  /** The period of {@code type} that contains {@code day}; not for CAMPAIGN. */
  public Period containing(PeriodType type, LocalDate day) {
    return switch (type) {
      case DAY, WEEK, XUN, HALF_MONTH -> Period.containing(type, day);
      case MONTH -> month(monthOf(day));
      case QUARTER -> span(type, quarterStart(monthOf(day)), 3);
      case YEAR -> span(type, monthOf(day).withMonth(1), 12);
      case CAMPAIGN -> throw new IllegalArgumentException("A campaign's dates are free");
    };
  }

  /** The month named {@code month}, or the one that absorbed it. */
  public Period month(YearMonth month) {
    return span(PeriodType.MONTH, isAbsorbed(month) ? month.plusMonths(1) : month, 1);
  }

  /** The month that {@code day} is settled in. */
  public YearMonth monthOf(LocalDate day) {
    YearMonth month = YearMonth.from(day);
    YearMonth named = day.isAfter(nominalCutOff(month)) ? month.plusMonths(1) : month;
    return isAbsorbed(named) ? named.plusMonths(1) : named;
  }

  /** The period of the same kind just before; of a campaign as many days just before. */
  public Period previous(Period period) {
    return period.type() == PeriodType.CAMPAIGN
        ? period.previous()
        : containing(period.type(), period.start().minusDays(1));
  }

  /** The period of the same kind just after; of a campaign as many days just after. */
  public Period next(Period period) {
    return period.type() == PeriodType.CAMPAIGN
        ? period.next()
        : containing(period.type(), period.end().plusDays(1));
  }

  /**
   * The same period a year before (同比, S-72): the month, quarter or 旬 of that name; of days and
   * campaigns the same dates, of a week the week 52 weeks before.
   */
  public Period yearBefore(Period period) {
    return switch (period.type()) {
      case DAY, CAMPAIGN ->
          new Period(period.type(), period.start().minusYears(1), period.end().minusYears(1));
      case WEEK -> Period.containing(PeriodType.WEEK, period.start().minusWeeks(52));
      case XUN, HALF_MONTH -> Period.containing(period.type(), period.start().minusYears(1));
      case MONTH -> month(YearMonth.from(period.end()).minusYears(1));
      case QUARTER ->
          span(PeriodType.QUARTER, quarterStart(YearMonth.from(period.end()).minusYears(1)), 3);
      case YEAR -> span(PeriodType.YEAR, YearMonth.of(period.end().getYear() - 1, 1), 12);
    };
  }

  private Period span(PeriodType type, YearMonth first, int months) {
    return new Period(
        type, cutOff(first.minusMonths(1)).plusDays(1), cutOff(first.plusMonths(months - 1L)));
  }

  /** The last day settled by the end of {@code month}. */
  private LocalDate cutOff(YearMonth month) {
    return nominalCutOff(isAbsorbed(month) ? month.minusMonths(1) : month);
  }

  private LocalDate nominalCutOff(YearMonth month) {
    return month.atDay(Math.min(settlementDay(month), month.lengthOfMonth()));
  }

  private int settlementDay(YearMonth month) {
    Map.Entry<YearMonth, Integer> valid = settlementDays.floorEntry(month);
    return valid == null || valid.getValue() == 0 ? NATURAL_DAY : valid.getValue();
  }

  /**
   * Only a month of change can be too short. Two in a row never are: the first is then cut by its
   * 14th, and even from February that leaves the second 15 days.
   */
  private boolean isAbsorbed(YearMonth month) {
    return settlementDays.containsKey(month)
        && nominalCutOff(month.minusMonths(1)).plusDays(SHORTEST).isAfter(nominalCutOff(month));
  }

  private static YearMonth quarterStart(YearMonth month) {
    return month.withMonth((month.getMonthValue() - 1) / 3 * 3 + 1);
  }
}

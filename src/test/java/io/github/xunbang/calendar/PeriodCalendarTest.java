package io.github.xunbang.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodCalendarTest {

  private static final List<PeriodType> SETTLED =
      List.of(PeriodType.MONTH, PeriodType.QUARTER, PeriodType.YEAR);
  private static final LocalDate FIRST = LocalDate.of(2022, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2030, 12, 31);

  /** Settlement days that change at random, sometimes several months in a row. */
  static PeriodCalendar anyHistory(Random random) {
    Map<YearMonth, Integer> days = new TreeMap<>();
    YearMonth month = YearMonth.of(2022, 6);
    while (month.getYear() < 2030) {
      days.put(month, random.nextInt(31));
      month = month.plusMonths(random.nextInt(4) == 0 ? 1 : 1 + random.nextInt(30));
    }
    return new PeriodCalendar(days);
  }

  @Test
  void everyDayOfAnyHistoryBelongsToExactlyOneMonthQuarterAndYear() {
    for (int seed = 0; seed < 300; seed++) {
      PeriodCalendar calendar = anyHistory(new Random(seed));
      for (PeriodType type : SETTLED) {
        Period period = calendar.containing(type, FIRST);
        while (!period.end().isAfter(LAST)) {
          Period next = calendar.containing(type, period.end().plusDays(1));
          assertThat(next.start()).as("seed %d", seed).isEqualTo(period.end().plusDays(1));
          for (LocalDate day : List.of(next.start(), next.end(), middle(next))) {
            assertThat(calendar.containing(type, day)).as("seed %d", seed).isEqualTo(next);
          }
          period = next;
        }
      }
    }
  }

  @Test
  void leapYearsAndSettlementMonthsCoverEveryDayOnce() {
    for (int day = 1; day <= 30; day++) {
      PeriodCalendar calendar = new PeriodCalendar(Map.of(YearMonth.of(2020, 1), day));
      for (int year : List.of(2023, 2024, 2025)) {
        Period whole = calendar.containing(PeriodType.YEAR, LocalDate.of(year, 6, 1));
        List<LocalDate> byMonths =
            Stream.iterate(YearMonth.of(year, 1), month -> month.plusMonths(1))
                .limit(12)
                .flatMap(month -> calendar.month(month).days())
                .toList();
        assertThat(byMonths).isEqualTo(whole.days().toList());
      }
    }
  }

  @Test
  void previousAndNextAreInverse() {
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      PeriodCalendar calendar = anyHistory(random);
      for (PeriodType type : PeriodType.values()) {
        LocalDate day = FIRST.plusDays(random.nextInt(3000));
        Period period =
            type == PeriodType.CAMPAIGN
                ? new Period(type, day, day.plusDays(40))
                : calendar.containing(type, day);
        assertThat(calendar.previous(calendar.next(period))).isEqualTo(period);
        assertThat(calendar.next(calendar.previous(period))).isEqualTo(period);
      }
    }
  }

  @Test
  void aMonthHasAtLeastHalfAMonthAndIsNamedAfterItsCutOff() {
    for (int seed = 0; seed < 300; seed++) {
      PeriodCalendar calendar = anyHistory(new Random(seed));
      Period month = calendar.containing(PeriodType.MONTH, FIRST);
      while (month.end().isBefore(LAST)) {
        month = calendar.next(month);
        assertThat(month.length()).as("seed %d %s", seed, month).isBetween(15, 75);
        assertThat(calendar.month(YearMonth.from(month.end()))).isEqualTo(month);
        assertThat(calendar.monthOf(month.start())).isEqualTo(YearMonth.from(month.end()));
      }
    }
  }

  @Test
  void aLaterChangeLeavesEarlierMonthsAlone() {
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      TreeMap<YearMonth, Integer> days = new TreeMap<>();
      days.put(YearMonth.of(2024, 1 + random.nextInt(12)), random.nextInt(31));
      days.put(YearMonth.of(2025, 1 + random.nextInt(12)), random.nextInt(31));
      PeriodCalendar before = new PeriodCalendar(days);
      YearMonth running = YearMonth.of(2026, 1 + random.nextInt(12));
      days.put(running.plusMonths(1), random.nextInt(31));
      PeriodCalendar after = new PeriodCalendar(days);

      LocalDate lastDay = before.month(running).end();
      for (LocalDate day = FIRST; !day.isAfter(lastDay); day = day.plusDays(3)) {
        assertThat(after.containing(PeriodType.MONTH, day))
            .isEqualTo(before.containing(PeriodType.MONTH, day));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    // natural → the 30th, the 25th, the 5th; the 30th → the 1st; the 5th → natural, the 1st → 30th
    "0,30,2026-12-10,2026-12-01,2026-12-30",
    "0,25,2026-12-10,2026-12-01,2026-12-25",
    "0,15,2026-12-10,2026-12-01,2026-12-15",
    "0,5,2026-12-01,2026-12-01,2027-01-05",
    "30,1,2026-12-01,2026-12-01,2027-01-01",
    "5,0,2026-12-01,2026-11-06,2026-12-31",
    "1,30,2026-12-01,2026-11-02,2026-12-30",
  })
  void theFirstMonthAfterAChangeAbsorbsTheGap(
      int before, int after, LocalDate day, LocalDate start, LocalDate end) {
    PeriodCalendar calendar =
        new PeriodCalendar(Map.of(YearMonth.of(2026, 1), before, YearMonth.of(2026, 12), after));

    assertThat(calendar.containing(PeriodType.MONTH, day))
        .isEqualTo(new Period(PeriodType.MONTH, start, end));
  }

  @ParameterizedTest
  @CsvSource({
    "MONTH,2026-12-31,2025-12-31,2026-01-30",
    "MONTH,2026-02-28,2025-01-31,2025-02-28",
    "MONTH,2024-02-29,2023-01-31,2023-02-28",
    "QUARTER,2026-12-31,2025-12-31,2026-03-30",
    "YEAR,2026-12-31,2025-12-31,2026-12-30",
    "XUN,2024-02-29,2023-02-21,2023-02-28",
    "HALF_MONTH,2024-02-29,2023-02-16,2023-02-28",
    "WEEK,2026-12-03,2025-12-01,2025-12-07",
    "DAY,2024-02-29,2023-02-28,2023-02-28"
  })
  void theSamePeriodAYearBefore(PeriodType type, LocalDate day, LocalDate start, LocalDate end) {
    PeriodCalendar calendar = new PeriodCalendar(Map.of(YearMonth.of(2020, 1), 30));

    Period before = calendar.yearBefore(calendar.containing(type, day));

    assertThat(before).isEqualTo(new Period(type, start, end));
  }

  @Test
  void aMonthBeforeTheSettlementDayComparesWithTheNaturalOne() {
    PeriodCalendar calendar = new PeriodCalendar(Map.of(YearMonth.of(2026, 12), 30));

    Period december = calendar.month(YearMonth.of(2026, 12));

    assertThat(calendar.yearBefore(december))
        .isEqualTo(Period.containing(PeriodType.MONTH, LocalDate.of(2025, 12, 1)));
  }

  @ParameterizedTest
  @CsvSource({"31", "-1"})
  void refusesDaysThatAreNoSettlementDay(int day) {
    assertThatThrownBy(() -> new PeriodCalendar(Map.of(YearMonth.of(2026, 12), day)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static LocalDate middle(Period period) {
    return period.start().plusDays(period.length() / 2);
  }
}

package io.github.xunbang.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.tyme.holiday.LegalHoliday;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class WorkdaysTest {

  private final Workdays workdays = workdays();

  @ParameterizedTest
  @ValueSource(strings = {"2024-02-04", "2024-05-11", "2025-01-26", "2025-10-11", "2026-01-04"})
  void makeUpDaysAreWorked(LocalDate day) {
    assertThat(workdays.isWorkday("o1", day)).isTrue();
    assertThat(workdays.isWorkday("o1", "m1", day)).isTrue();
    assertThat(workdays.holiday(day)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2024-02-12,春节",
    "2024-05-02,劳动节",
    "2025-01-28,春节",
    "2025-10-08,国庆中秋",
    "2026-06-19,端午节"
  })
  void holidaysOnWeekdaysAreOff(LocalDate day, String name) {
    assertThat(workdays.isWorkday("o1", day)).isFalse();
    assertThat(workdays.holiday(day)).contains(name);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-02-01,2024-02-29,18",
    "2024-05-01,2024-05-31,21",
    "2025-01-01,2025-01-31,19",
    "2025-10-01,2025-10-31,18",
    "2026-12-01,2026-12-31,23",
    "2026-12-02,2026-12-01,0"
  })
  void countsWorkdays(LocalDate first, LocalDate last, int expected) {
    assertThat(workdays.count("o1", first, last)).isEqualTo(expected);
    assertThat(workdays.count("o1", "m1", first, last)).isEqualTo(expected);
  }

  @Test
  void aYearWithoutTableHasMondayToFriday() {
    assertThat(workdays.knows(2026)).isTrue();
    assertThat(workdays.knows(2027)).isFalse();
    assertThat(workdays.isWorkday("o1", LocalDate.of(2027, 10, 1))).isTrue();
    assertThat(workdays.isWorkday("o1", LocalDate.of(2027, 10, 2))).isFalse();
    assertThat(workdays.count("o1", LocalDate.of(2027, 1, 1), LocalDate.of(2027, 12, 31)))
        .isEqualTo(261);
  }

  @Test
  void theTableReadAtOnceSaysWhatTheLibrarySays() {
    Stream.of(2018, 2020, 2023, 2026)
        .flatMap(year -> LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1)))
        .forEach(
            day -> {
              LegalHoliday holiday =
                  LegalHoliday.fromYmd(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
              Optional<StatutoryTable.Entry> expected =
                  Optional.ofNullable(holiday)
                      .map(one -> new StatutoryTable.Entry(one.getName(), one.isWork()));
              assertThat(StatutoryTable.entry(day)).as(day.toString()).isEqualTo(expected);
            });
  }

  @Test
  void thePersonsLeaveComesAfterTheOrganizationsDays() {
    LocalDate sunday = LocalDate.of(2026, 12, 6);
    DaysOff everyDay = (organizationId, memberId, day) -> Optional.of(true);
    DaysOff leave =
        (organizationId, memberId, day) ->
            "m1".equals(memberId) && day.equals(sunday) ? Optional.of(false) : Optional.empty();
    Workdays both = workdays(everyDay, leave);

    assertThat(both.isWorkday("o1", sunday)).isTrue();
    assertThat(both.isWorkday("o1", "m1", sunday)).isFalse();
    assertThat(both.isWorkday("o1", "m2", sunday)).isTrue();
    assertThat(both.count("o1", "m1", sunday.minusDays(5), sunday)).isEqualTo(5);
  }

  @Test
  void halfADayOfLeaveIsAWorkdayAndCountsHalfWhereThatMatters() {
    LocalDate monday = LocalDate.of(2026, 12, 7);
    Workdays halves = workdays(new HalvesOn(List.of(monday, monday.plusDays(5))));

    assertThat(halves.isWorkday("o1", "m1", monday)).isTrue();
    assertThat(halves.count("o1", "m1", monday, monday.plusDays(6))).isEqualTo(5);
    assertThat(halves.countWithHalves("o1", "m1", monday, monday.plusDays(6)))
        .as("half of a Saturday off is nothing")
        .isEqualByComparingTo("4.5");
    assertThat(halves.countWithHalves("o1", "m1", monday, monday.minusDays(1))).isZero();
  }

  private record HalvesOn(List<LocalDate> days) implements DaysOff {

    @Override
    public Optional<Boolean> works(
        String organizationId, @Nullable String memberId, LocalDate day) {
      return Optional.empty();
    }

    @Override
    public Predicate<LocalDate> halvesBetween(
        String organizationId, String memberId, LocalDate first, LocalDate last) {
      return days::contains;
    }
  }

  @Test
  void countingAsksASourceOnceForAllDays() {
    int[] asked = {0};
    DaysOff source =
        new DaysOff() {
          @Override
          public Optional<Boolean> works(
              String organizationId, @Nullable String memberId, LocalDate day) {
            throw new AssertionError("asked per day");
          }

          @Override
          public Function<LocalDate, Optional<Boolean>> between(
              String organizationId, @Nullable String memberId, LocalDate first, LocalDate last) {
            asked[0]++;
            return day -> Optional.empty();
          }
        };

    workdays(source).count("o1", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));

    assertThat(asked[0]).isEqualTo(1);
  }

  private static Workdays workdays(DaysOff... sources) {
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    for (DaysOff source : List.of(sources)) {
      beans.addBean("source" + beans.getBeanDefinitionCount(), source);
    }
    return new StatutoryWorkdays(beans.getBeanProvider(DaysOff.class));
  }
}

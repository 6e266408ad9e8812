package io.github.xunbang.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FestivalTest {

  @ParameterizedTest
  @CsvSource({
    "端午节,2026-01-05,2026-06-19,2026-06-21",
    "中秋节,2026-01-05,2026-09-25,2026-09-27",
    "中秋,2025-09-01,2025-10-01,2025-10-08",
    "国庆黄金周,2026-10-07,2026-10-01,2026-10-07",
    "国庆黄金周,2023-09-01,2023-09-30,2023-10-06",
    "春节,2025-12-03,2026-02-15,2026-02-23",
    "五一,2026-04-01,2026-05-01,2026-05-05",
    "清明节,2026-04-01,2026-04-04,2026-04-06",
    "元旦,2023-12-31,2023-12-30,2024-01-01"
  })
  void isTheStatutoryHolidayOfThisOrNextYear(
      String word, LocalDate today, LocalDate start, LocalDate end) {
    assertThat(Festival.named(word).orElseThrow().onOrAfter(today))
        .isEqualTo(new Period(PeriodType.CAMPAIGN, start, end));
  }

  @ParameterizedTest
  @CsvSource({
    "中秋节,2027-09-15,2027-09-15",
    "春节,2027-02-05,2027-02-12",
    "端午节,2027-06-09,2027-06-09",
    "清明节,2027-04-03,2027-04-05",
    "元旦,2027-01-01,2027-01-03",
    "国庆节,2027-10-01,2027-10-07"
  })
  void aYearWithoutTableGoesBySunAndMoon(String word, LocalDate start, LocalDate end) {
    assertThat(Festival.named(word).orElseThrow().onOrAfter(LocalDate.of(2026, 12, 3)))
        .isEqualTo(new Period(PeriodType.CAMPAIGN, start, end));
  }

  @Test
  void otherWordsAreNoFestival() {
    assertThat(Festival.named("双十一")).isEmpty();
  }
}

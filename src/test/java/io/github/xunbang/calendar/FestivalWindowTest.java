package io.github.xunbang.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FestivalWindowTest {

  @ParameterizedTest
  @CsvSource({
    "中秋节,2026-01-05,2026-09-25,2026-09-27",
    "春节前15天,2025-12-03,2026-01-31,2026-02-14",
    "春节前两周到春节,2025-12-03,2026-02-01,2026-02-23",
    "春节前半个月到春节后三天,2025-12-03,2026-01-31,2026-02-26",
    "春节前7天,2026-02-16,2027-01-29,2027-02-04",
    "端午前后3天,2026-01-05,2026-06-16,2026-06-24",
    "中秋到国庆,2026-01-05,2026-09-25,2026-10-07",
    "国庆后7天,2026-10-10,2026-10-08,2026-10-14"
  })
  void readsDaysAroundAFestival(String text, LocalDate today, LocalDate start, LocalDate end) {
    assertThat(new FestivalWindow(today).read(text))
        .contains(new Period(PeriodType.CAMPAIGN, start, end));
  }

  @Test
  void otherWordsAndNoDaysAreNone() {
    FestivalWindow window = new FestivalWindow(LocalDate.of(2026, 12, 3));

    assertThat(window.read("双十一前7天")).isEmpty();
    assertThat(window.read("春节前0天")).isEmpty();
    assertThat(window.read("8-1到11-30")).isEmpty();
    assertThat(window.read("春节前很多天")).isEmpty();
  }
}

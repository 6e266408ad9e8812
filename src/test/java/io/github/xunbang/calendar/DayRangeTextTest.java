package io.github.xunbang.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DayRangeTextTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 12, 3);

  @ParameterizedTest
  @CsvSource({
    "12-25,2026-12-25,2026-12-25",
    "12月25日,2026-12-25,2026-12-25",
    "12/25,2026-12-25,2026-12-25",
    "12.25,2026-12-25,2026-12-25",
    "2026-12-25,2026-12-25,2026-12-25",
    "12-25到12-27,2026-12-25,2026-12-27",
    "12月25日 至 27日,2026-12-25,2026-12-27",
    "12.25-12.27,2026-12-25,2026-12-27",
    "12-25-12-27,2026-12-25,2026-12-27",
    "12-30～1-2,2026-12-30,2027-01-02",
    "2026-12-30到2027-01-02,2026-12-30,2027-01-02",
    "8-1到11-30,2027-08-01,2027-11-30",
    "11-1到2-28,2026-11-01,2027-02-28",
    "2-29,2028-02-29,2028-02-29",
    "明天,2026-12-04,2026-12-04",
    "2018年5月1日- 2018年10月31日,2018-05-01,2018-10-31"
  })
  void readsDaysAhead(String typed, LocalDate start, LocalDate end) {
    String text = DayRangeText.tidy(typed).replace(" ", "");

    assertThat(DayRangeText.ahead(TODAY, TODAY).read(text)).contains(new DayRange(start, end));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "12-32",
        "13-1",
        "2月30日",
        "2026-12-27到2026-12-25",
        "0000-01-01",
        "很快",
        "周五",
        "12",
        "12-25到"
      })
  void leavesOtherTextAlone(String typed) {
    assertThat(DayRangeText.ahead(TODAY, TODAY).read(typed)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "8-1到11-30,2026-08-01,2026-11-30",
    "12月20日到1月10日,2026-12-20,2027-01-10",
    "2025-12-1到12-31,2025-12-01,2025-12-31"
  })
  void aRangeOfThisYearMayBeOver(String typed, LocalDate start, LocalDate end) {
    assertThat(DayRangeText.thisYear(TODAY).readRange(typed)).contains(new DayRange(start, end));
  }

  @Test
  void oneDayIsNoRange() {
    assertThat(DayRangeText.thisYear(TODAY).readRange("12-25")).isEmpty();
    assertThat(DayRangeText.thisYear(TODAY).readRange("13-1到14-1")).isEmpty();
  }
}

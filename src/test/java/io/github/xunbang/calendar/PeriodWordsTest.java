package io.github.xunbang.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodWordsTest {

  @ParameterizedTest
  @CsvSource({
    "今天,DAY,2026-12-25",
    "昨天,DAY,2026-12-24",
    "本周,WEEK,2026-12-21",
    "上周,WEEK,2026-12-14",
    "本旬,XUN,2026-12-21",
    "上旬,XUN,2026-12-01",
    "中旬,XUN,2026-12-11",
    "下旬,XUN,2026-12-21",
    "上一旬,XUN,2026-12-11",
    "半月,HALF_MONTH,2026-12-16",
    "上半月,HALF_MONTH,2026-12-01",
    "下半月,HALF_MONTH,2026-12-16",
    "本月,MONTH,2026-12-01",
    "上月,MONTH,2026-11-01",
    "上个月,MONTH,2026-11-01",
    "12月,MONTH,2026-12-01",
    "11月,MONTH,2026-11-01",
    "十一月,MONTH,2026-11-01",
    "11月上旬,XUN,2026-11-01",
    "2025年11月下半月,HALF_MONTH,2025-11-16",
    "本季,QUARTER,2026-10-01",
    "上季,QUARTER,2026-07-01",
    "三季度,QUARTER,2026-07-01",
    "Q1,QUARTER,2026-01-01",
    "今年,YEAR,2026-01-01",
    "去年,YEAR,2025-01-01",
    "2025年,YEAR,2025-01-01",
    "12月3日,DAY,2026-12-03",
    "周三,DAY,2026-12-23"
  })
  void readsPeriodWords(String typed, PeriodType type, LocalDate start) {
    PeriodWords words =
        new PeriodWords(BusinessDay.DEFAULT, DateWordsTest.instant("2026-12-25T21:40"));

    Period period = words.parse(typed).orElseThrow();

    assertThat(period.type()).isEqualTo(type);
    assertThat(period.start()).isEqualTo(start);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "签单", "上", "13月", "五季度", "12月中", "周四(12.2)"})
  void leavesOtherWordsAlone(String typed) {
    PeriodWords words =
        new PeriodWords(BusinessDay.DEFAULT, DateWordsTest.instant("2026-12-25T21:40"));

    assertThat(words.parse(typed)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "本月,MONTH,2026-12-31,2027-01-30",
    "上月,MONTH,2026-12-01,2026-12-30",
    "下月,MONTH,2027-01-31,2027-02-28",
    "1月,MONTH,2026-12-31,2027-01-30",
    "12月,MONTH,2026-12-01,2026-12-30",
    "11月,MONTH,2026-11-01,2026-11-30",
    "去年12月,MONTH,2026-12-01,2026-12-30",
    "去年12月上旬,XUN,2026-12-01,2026-12-10",
    "本季,QUARTER,2026-12-31,2027-03-30",
    "Q4,QUARTER,2026-10-01,2026-12-30",
    "今年,YEAR,2026-12-31,2027-12-30",
    "去年,YEAR,2026-01-01,2026-12-30",
    "2026年,YEAR,2026-01-01,2026-12-30",
    "本旬,XUN,2026-12-21,2026-12-31",
    "国庆冲刺,CAMPAIGN,2026-08-01,2026-11-30"
  })
  void understandsTheOrganizationsMonthsAndCampaigns(
      String typed, PeriodType type, LocalDate start, LocalDate end) {
    PeriodWords words =
        new PeriodWords(
            BusinessDay.DEFAULT,
            DateWordsTest.instant("2026-12-31T21:40"),
            new PeriodCalendar(Map.of(YearMonth.of(2026, 12), 30)),
            Map.of(
                "国庆冲刺",
                new Period(
                    PeriodType.CAMPAIGN, LocalDate.of(2026, 8, 1), LocalDate.of(2026, 11, 30))));

    assertThat(words.parse(typed)).contains(new Period(type, start, end));
  }

  @Test
  void readsBackTheLabelsOfPastPeriods() {
    Random random = new Random(6);
    PeriodCalendar calendar = PeriodCalendarTest.anyHistory(random);
    for (int i = 0; i < 3000; i++) {
      LocalDate today = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(1500));
      PeriodWords words =
          new PeriodWords(
              BusinessDay.DEFAULT,
              today.atTime(12, 0).atZone(ZoneId.of("Asia/Shanghai")).toInstant(),
              calendar,
              Map.of());
      for (PeriodType type : PeriodType.values()) {
        if (type != PeriodType.WEEK && type != PeriodType.CAMPAIGN) {
          Period period = calendar.containing(type, today.minusDays(random.nextInt(300)));
          assertThat(words.parse(period.label())).as(period.label()).contains(period);
        }
      }
    }
  }
}

package io.github.xunbang.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateWordsTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  @ParameterizedTest
  @CsvSource({
    "今天,2026-12-03",
    "今日,2026-12-03",
    "昨天,2026-12-02",
    "前天,2026-12-01",
    "大前天,2026-11-30",
    "明天,2026-12-04",
    "20号,2026-11-20",
    "4号,2026-12-04",
    "31号,2026-10-31",
    "12.3,2026-12-03",
    "12/3,2026-12-03",
    "12-03,2026-12-03",
    "12月3日,2026-12-03",
    "十二月三号,2026-12-03",
    "2026-12-03,2026-12-03",
    "2025年12月3日,2025-12-03",
    "26.12.3,2026-12-03",
    "周三,2026-12-02",
    "星期四,2026-12-03",
    "礼拜五,2026-11-27",
    "週三,2026-12-02",
    "周日,2026-11-29",
    "周天,2026-11-29",
    "上周三,2026-11-25",
    "本周一,2026-11-30",
    "周三(12.2),2026-12-02",
    "12.2(周三),2026-12-02",
    "12月3日(周四),2026-12-03",
    "12.25,2026-12-25",
    "1.2,2027-01-02",
    "2.1,2026-02-01",
    "２０号,2026-11-20",
    "二十号,2026-11-20",
    "20261202,2026-12-02",
    "12月3,2026-12-03"
  })
  void readsDateWords(String typed, LocalDate date) {
    assertThat(at("2026-12-03T21:40").parse(typed)).contains(new DateReading.Resolved(date));
  }

  @Test
  void countsFromTheBusinessDayAfterMidnight() {
    DateWords words = at("2026-12-04T00:40");

    assertThat(words.parse("今天")).contains(new DateReading.Resolved(LocalDate.of(2026, 12, 3)));
    assertThat(words.parse("昨天"))
        .contains(new DateReading.Ambiguous(LocalDate.of(2026, 12, 3), LocalDate.of(2026, 12, 2)));
    assertThat(words.parse("周四")).contains(new DateReading.Resolved(LocalDate.of(2026, 12, 3)));
    assertThat(at("2026-12-04T04:00").parse("昨天"))
        .contains(new DateReading.Resolved(LocalDate.of(2026, 12, 3)));
  }

  @Test
  void refusesAWeekdayThatContradicts() {
    for (String typed : new String[] {"周四(12.2)", "12.2(周四)", "12月2日周四", "周四 12月2日"}) {
      DateReading reading = at("2026-12-03T21:40").parse(typed).orElseThrow();

      assertThat(reading).as(typed).isInstanceOf(DateReading.Contradiction.class);
      assertThat(((DateReading.Contradiction) reading).sentence()).isEqualTo("12月2日是周三，不是周四");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2月30日", "13月1日", "40号", "2026-02-29", "2月29日"})
  void knowsDatesThatNoCalendarHas(String typed) {
    assertThat(at("2026-12-03T21:40").parse(typed)).contains(new DateReading.Invalid(typed));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "12",
        "13.40",
        "3号楼",
        "1.5万",
        "周",
        "周日报",
        "天",
        "12.345",
        "2.30",
        "2.29",
        "35000000",
        "五"
      })
  void leavesOtherWordsAlone(String typed) {
    assertThat(at("2026-12-03T21:40").parse(typed)).isEmpty();
  }

  @Test
  void readsBackEveryDayOfTheLastElevenMonths() {
    Random random = new Random(4);
    for (int i = 0; i < 3000; i++) {
      LocalDate today = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(1500));
      DateWords words =
          new DateWords(BusinessDay.DEFAULT, today.atTime(12, 0).atZone(ZONE).toInstant());
      LocalDate day = today.minusDays(random.nextInt(330));
      int m = day.getMonthValue();
      int d = day.getDayOfMonth();
      for (String text :
          new String[] {
            DateText.day(day),
            DateText.shortDay(day),
            m + "." + d,
            m + "/" + d,
            day.toString(),
            String.format(Locale.ROOT, "%02d-%02d", m, d),
            m + "月" + d + "号",
            DateText.weekday(day) + "(" + m + "." + d + ")"
          }) {
        assertThat(words.parse(text)).as(text).contains(new DateReading.Resolved(day));
      }
    }
  }

  @Test
  void neverThrows() {
    Random random = new Random(5);
    String alphabet = "0123456789零一二三十年月日号周星期礼拜上本下个.-/() 今昨前明天大第季度旬半\uD83D";
    PeriodWords periods = new PeriodWords(BusinessDay.DEFAULT, instant("2026-12-03T21:40"));
    DateWords words = at("2026-12-03T21:40");
    for (int i = 0; i < 50_000; i++) {
      StringBuilder typed = new StringBuilder();
      for (int n = random.nextInt(10); n > 0; n--) {
        typed.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }

      String text = typed.toString();
      words.parse(text);
      periods.parse(text);
      for (int at = -1; at <= text.length(); at++) {
        int from = at;
        words
            .read(text, at)
            .ifPresent(found -> assertThat(found.end()).isBetween(from + 1, text.length()));
      }
    }
  }

  static DateWords at(String local) {
    return new DateWords(BusinessDay.DEFAULT, instant(local));
  }

  static Instant instant(String local) {
    return LocalDateTime.parse(local).atZone(ZONE).toInstant();
  }
}

package io.github.xunbang.leave.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingHoursTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Duration QUARTER = Duration.ofMinutes(15);
  private static final WorkingHours DAY = new WorkingHours(LocalTime.of(9, 0), LocalTime.of(18, 0));

  @ParameterizedTest
  @ValueSource(strings = {"09:00-18:00", "9-18", "9点到18点", "9:00 至 18:00", "09：00–18：00"})
  void readsHoursAsPeopleWriteThem(String typed) {
    assertThat(WorkingHours.parse(typed)).contains(DAY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "九点", "18:00-09:00", "09:00-09:00", "9-25", "09:70-18:00"})
  void refusesTheRest(String typed) {
    assertThat(WorkingHours.parse(typed)).isEmpty();
  }

  @Test
  void aCallMustEndBeforeWorkDoes() {
    assertThat(DAY.covers(at(9, 0), QUARTER, ZONE)).isTrue();
    assertThat(DAY.covers(at(17, 45), QUARTER, ZONE)).isTrue();
    assertThat(DAY.covers(at(17, 46), QUARTER, ZONE)).isFalse();
    assertThat(DAY.covers(at(8, 59), QUARTER, ZONE)).isFalse();
    assertThat(DAY.contains(at(18, 0), ZONE)).isFalse();
  }

  @Test
  void aCallMustNotReachIntoLunch() {
    WorkingHours lunch = WorkingHours.parse("12:00-13:30").orElseThrow();

    assertThat(lunch.touches(at(11, 45), QUARTER, ZONE)).isFalse();
    assertThat(lunch.touches(at(11, 46), QUARTER, ZONE)).isTrue();
    assertThat(lunch.touches(at(13, 29), QUARTER, ZONE)).isTrue();
    assertThat(lunch.touches(at(13, 30), QUARTER, ZONE)).isFalse();
  }

  private static Instant at(int hour, int minute) {
    return LocalDateTime.of(2026, 12, 3, hour, minute).atZone(ZONE).toInstant();
  }
}

package io.github.xunbang.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  @ParameterizedTest
  @CsvSource({
    "22:29,",
    "22:30,2026-12-04T07:30",
    "23:59,2026-12-04T07:30",
    "00:00,2026-12-03T07:30",
    "07:29,2026-12-03T07:30",
    "07:30,"
  })
  void theDefaultOnesCrossMidnight(LocalTime time, LocalDateTime end) {
    assertThat(endOf(QuietHours.DEFAULT, time)).isEqualTo(Optional.ofNullable(end));
  }

  @Test
  void equalEndsAreNeverQuietAndADayTimeStretchEndsTheSameDay() {
    LocalTime one = LocalTime.of(13, 0);

    assertThat(endOf(new QuietHours(one, one), one)).isEmpty();
    assertThat(endOf(new QuietHours(one, one.plusHours(1)), one))
        .contains(LocalDateTime.parse("2026-12-03T14:00"));
  }

  private static Optional<LocalDateTime> endOf(QuietHours quiet, LocalTime time) {
    Instant instant =
        LocalDateTime.parse("2026-12-03T00:00").with(time).atZone(SHANGHAI).toInstant();
    return quiet.endOf(instant, SHANGHAI).map(end -> end.atZone(SHANGHAI).toLocalDateTime());
  }
}

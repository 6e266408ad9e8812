package io.github.xunbang.channel.wecom.aibot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AibotTimingsTest {

  private static final AibotTimings TIMINGS = AibotTimings.PRODUCTION;

  @Test
  void doublesTheBackoffUpToThirtySeconds() {
    assertThat(TIMINGS.backoff(1, 1)).isEqualTo(Duration.ofSeconds(1));
    assertThat(TIMINGS.backoff(2, 1)).isEqualTo(Duration.ofSeconds(2));
    assertThat(TIMINGS.backoff(5, 1)).isEqualTo(Duration.ofSeconds(16));
    assertThat(TIMINGS.backoff(6, 1)).isEqualTo(Duration.ofSeconds(30));
    assertThat(TIMINGS.backoff(1_000_000, 1)).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void takesAtLeastHalfOfTheBackoff() {
    assertThat(TIMINGS.backoff(3, 0)).isEqualTo(Duration.ofSeconds(2));
    assertThat(TIMINGS.backoff(3, 0.5)).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void doublesThePauseAfterEachRefusal() {
    assertThat(TIMINGS.pauseAfterRefusal(1)).isEqualTo(Duration.ofMinutes(5));
    assertThat(TIMINGS.pauseAfterRefusal(2)).isEqualTo(Duration.ofMinutes(10));
    assertThat(TIMINGS.pauseAfterRefusal(99)).isEqualTo(Duration.ofHours(2));
  }
}

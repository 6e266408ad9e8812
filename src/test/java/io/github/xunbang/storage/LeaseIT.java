package io.github.xunbang.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LeaseIT {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final EmbeddedTestDatabase db = EmbeddedTestDatabase.inMemory();
  private final HandTurnedClock time = new HandTurnedClock(Instant.parse("2026-12-03T00:00:00Z"));
  private final Lease mine = new MongoLease(db.template(), time);
  private final Lease other = new MongoLease(db.template(), time);

  @AfterEach
  void close() {
    db.close();
  }

  @Test
  void isHeldByOneInstanceAtATime() {
    assertThat(mine.acquire("bot", MINUTE)).isTrue();
    assertThat(other.acquire("bot", MINUTE)).isFalse();
    assertThat(other.acquire("another", MINUTE)).isTrue();
  }

  @Test
  void isRenewedByItsHolderAndLostWhenItIsNot() {
    mine.acquire("bot", MINUTE);
    time.turn(Duration.ofSeconds(50));

    assertThat(mine.acquire("bot", MINUTE)).isTrue();
    time.turn(Duration.ofSeconds(50));
    assertThat(other.acquire("bot", MINUTE)).isFalse();
    time.turn(Duration.ofSeconds(10));
    assertThat(other.acquire("bot", MINUTE)).isTrue();
    assertThat(mine.acquire("bot", MINUTE)).isFalse();
  }

  @Test
  void isFreeWhenGivenBackButOnlyByItsHolder() {
    mine.acquire("bot", MINUTE);

    other.release("bot");
    assertThat(other.acquire("bot", MINUTE)).isFalse();
    mine.release("bot");
    assertThat(other.acquire("bot", MINUTE)).isTrue();
  }
}

package io.github.xunbang.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.boards.FakeLedger;
import io.github.xunbang.boards.FakeMetrics;
import io.github.xunbang.boards.FakeOrganizations;
import io.github.xunbang.boards.Teams;
import io.github.xunbang.metric.Standings.Standing;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RunningStandingsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 12, 3);

  private final FakeLedger ledger = new FakeLedger();
  private final AtomicLong nanos = new AtomicLong();
  private final RunningStandings standings =
      new RunningStandings(
          ledger, new FakeOrganizations(Teams.of("张敏", "李强", "王芳")), nanos::get, Runnable::run);

  @Test
  void tellsPlaceGapAndPlaceBefore() {
    ledger.put("m0", "2026-12-01", "yixiang", "5");
    ledger.put("m1", "2026-12-01", "yixiang", "9");
    ledger.put("m2", "2026-12-01", "yixiang", "3");
    report("m0", "5");

    assertThat(report("m2", "7")).isEqualTo(new Standing(2, 3, new BigDecimal("2"), 3));
    assertThat(report("m2", "9")).isEqualTo(new Standing(1, 3, null, 2));
  }

  @Test
  void whoReportsInTheSameSecondIsSeenThoughTheBoardIsOld() {
    report("m0", "5");
    report("m1", "3");

    assertThat(report("m2", "4")).isEqualTo(new Standing(2, 3, new BigDecimal("1"), null));
    assertThat(ledger.reads).hasValue(1);
  }

  @Test
  void aReportOfAnotherInstanceIsSeenWithinFiveSeconds() {
    report("m0", "5");
    ledger.put("m0", "2026-12-03", "yixiang", "5");
    ledger.put("m1", "2026-12-03", "yixiang", "8");
    nanos.addAndGet(Duration.ofSeconds(5).toNanos());

    assertThat(report("m0", "6").place()).isEqualTo(2);
  }

  private Standing report(String memberId, String sum) {
    return standings
        .inXun("o1", memberId, FakeMetrics.LEADS, DAY, new BigDecimal(sum))
        .orElseThrow();
  }
}

package io.github.xunbang.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.boards.Teams;
import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.metric.LateFiguresPosted;
import io.github.xunbang.metric.LedgerEntry;
import io.github.xunbang.metric.MonthLedger;
import io.github.xunbang.metric.PostingResult;
import io.github.xunbang.organization.Organization;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Which figures are told to whoever publishes boards; the last ten days close on 12-01 at 08:30.
 */
class LateFiguresTest {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 25);

  private final List<Object> told = new ArrayList<>();
  private final Organization team = Teams.of("张敏");
  private final LateFigures late =
      new LateFigures(told::add, new BusinessClock(Clock.fixed(at("2026-12-03T21:40"), SHANGHAI)));

  @Test
  void aRedeliveredLateMessageIsToldAgainForItsFirstTellingMayHaveDied() {
    late.publish(team, result(false, "2026-12-03T21:40"));
    late.publish(team, result(true, "2026-12-03T21:40"));

    assertThat(told).hasSize(2).containsOnly(told.get(0));
    assertThat(((LateFiguresPosted) told.get(0)).messageKey()).isEqualTo("key");
  }

  @Test
  void whatEnteredBeforeTheClosingIsNoCorrectionWhenItIsRedeliveredAfterIt() {
    late.publish(team, result(true, "2026-11-30T22:00"));

    assertThat(told).isEmpty();
  }

  @Test
  void aRetriedApprovalIsToldThoughTheFiguresWereSentBeforeTheClosing() {
    late.publishApproved(team, result(true, "2026-11-30T22:00"), at("2026-12-01T09:00"));

    assertThat(told).hasSize(1);
  }

  @Test
  void anUndoThatWasStoredBeforeIsToldAgain() {
    LedgerEntry entry = result(true, "2026-12-03T21:40").posted().get(0).entry();

    late.publishAgain(team, List.of(new OwnHistory.Line("m0", entry)));

    assertThat(told).hasSize(1);
  }

  private static PostingResult result(boolean replayed, String at) {
    LedgerEntry entry =
        new LedgerEntry(
            "key|m0|" + DAY,
            "261125-1",
            "key",
            DAY,
            "m0",
            at(at),
            "意向3",
            LedgerEntry.Reason.BACKFILL,
            List.of(new LedgerEntry.Step("yixiang", null, BigDecimal.valueOf(3))),
            Map.of());
    MonthLedger month =
        new MonthLedger("o1", "m0", YearMonth.from(DAY), 1, Map.of(), Map.of(), null);
    return new PostingResult(replayed, List.of(new PostingResult.Posted(entry, month)));
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
  }
}

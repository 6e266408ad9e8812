package io.github.xunbang.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xunbang.boards.CommandFiles;
import io.github.xunbang.boards.FakeLedger;
import io.github.xunbang.boards.FakeMetrics;
import io.github.xunbang.boards.FakeOrganizations;
import io.github.xunbang.boards.Teams;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.closing.Closed;
import io.github.xunbang.command.Access;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.organization.Organization;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RankingCommandsTest {

  private static final String NOW = "2026-12-03T21:40";
  private static final Conversation PRIVATE = Conversation.privateChat("simulator", "u");
  private static final Period FIRST_XUN = xun("2026-12-01");

  private final FakeLedger ledger = new FakeLedger();
  private final Organization team =
      Teams.with(
          List.of(
              Teams.member("m0", "张敏", Access.MEMBER, null),
              Teams.member("m1", "李强", Access.MEMBER, null),
              Teams.member("m2", "王芳", Access.MEMBER, null),
              Teams.member("m3", "老板", Access.MANAGER, null)));
  private final Map<Period, Closed> closed = new HashMap<>();
  private final LeaderboardService leaderboards =
      new LeaderboardService(
          FakeBoards.maker(ledger),
          new FakeMetrics(),
          (organization, period) -> Optional.ofNullable(closed.get(period)));
  private final RankingCommands commands =
      new RankingCommands(new FakeOrganizations(team), new FakeMetrics(), leaderboards);

  @Test
  void showsTheRunningXunAgainstTheOneBefore() {
    ledger.put("m0", "2026-11-25", "qiandan", "1").put("m1", "2026-11-25", "qiandan", "3");
    ledger.put("m0", "2026-12-01", "qiandan", "2").put("m1", "2026-12-02", "qiandan", "1");

    String reply = ask(Teams.GROUP, "m0", NOW, Map.of("metric", FakeMetrics.DEALS));

    assertThat(reply)
        .isEqualTo(
            """
            【排行】签单 2026年12月上旬 进行中
            1. 张敏 2单 ↑1
            2. 李强 1单 ↓1
            未上报1人：王芳
            你第1名，共2人上榜，稳住！""");
  }

  @Test
  void inAGroupTheLowerHalfReadsOnlyWhatTheNextPlaceNeeds() {
    ledger.put("m0", "2026-12-01", "yeji", "50000");
    ledger.put("m1", "2026-12-01", "yeji", "35000");

    assertThat(ask(Teams.GROUP, "m1", NOW, Map.of())).contains("\n再有1.5万就追平前一名，加油！");
    assertThat(ask(PRIVATE, "m1", NOW, Map.of())).contains("\n你第2名，共2人上榜，再有1.5万就追平前一名");
    assertThat(ask(Teams.GROUP, "m2", NOW, Map.of())).contains("\n你还没报业绩，报了就上榜");
    assertThat(ask(Teams.GROUP, "m3", NOW, Map.of())).doesNotContain("你");
  }

  @Test
  void withoutAMetricShowsTheFirstWithFiguresAndTheOtherPlaces() {
    ledger.put("m0", "2026-12-01", "qiandan", "2").put("m0", "2026-12-01", "yeji", "500");
    ledger.put("m1", "2026-12-01", "yeji", "900");

    assertThat(ask(PRIVATE, "m0", NOW, Map.of())).startsWith("【排行】签单 ").endsWith("你的其他名次：业绩第2名");
    assertThat(ask(Teams.GROUP, "m0", NOW, Map.of())).endsWith("还可以看：排名 业绩");
  }

  /** Row 39 of the forty lines: 排名 签单 上旬 asked on 25 December. */
  @Test
  void anEarlierXunOfThisMonthCountsItsTenDaysOnly() {
    ledger.put("m0", "2026-12-10", "qiandan", "2").put("m0", "2026-12-11", "qiandan", "7");

    String reply =
        ask(
            Teams.GROUP,
            "m0",
            "2026-12-25T09:00",
            Map.of("metric", FakeMetrics.DEALS, "period", FIRST_XUN));

    assertThat(reply).startsWith("【排行】签单 2026年12月上旬 已结束\n1. 张敏 2单\n");
  }

  @Test
  void aFrozenXunIsShownAsItWasFrozenWithItsNumber() {
    ledger.put("m0", "2026-12-10", "qiandan", "2");
    freeze(FIRST_XUN, 4);
    ledger.put("m1", "2026-12-10", "qiandan", "9");

    String reply = ask(Teams.GROUP, "m0", "2026-12-25T09:00", Map.of("period", FIRST_XUN));

    assertThat(reply).startsWith("【排行】签单 2026年12月上旬 第4期\n1. 张敏 2单\n").doesNotContain("9单");
  }

  @Test
  void movementFollowsThePlacesThatWereFrozen() {
    ledger.put("m0", "2026-12-10", "qiandan", "2").put("m1", "2026-12-10", "qiandan", "1");
    freeze(FIRST_XUN, 4);
    ledger.put("m1", "2026-12-10", "qiandan", "9").put("m0", "2026-12-11", "qiandan", "1");

    assertThat(ask(Teams.GROUP, "m0", "2026-12-12T09:00", Map.of())).contains("1. 张敏 1单 —");
  }

  @Test
  void whatSomebodyBackFilledFromBeforeJoiningCountsButNobodyIsMissedBeforeJoining() {
    ledger.put("m0", "2026-09-30", "qiandan", "2");

    String reply = ask(Teams.GROUP, "m1", NOW, Map.of("period", xun("2026-09-21")));

    assertThat(reply).isEqualTo("【排行】签单 2026年9月下旬 已结束\n1. 张敏 2单");
  }

  @Test
  void everyPeriodTypeHasABoard() {
    ledger.put("m0", "2026-12-03", "qiandan", "2");

    for (PeriodType type : PeriodType.values()) {
      if (type == PeriodType.CAMPAIGN) {
        continue;
      }
      Period period = Period.containing(type, LocalDate.of(2026, 12, 3));
      assertThat(ask(Teams.GROUP, "m0", NOW, Map.of("period", period)))
          .startsWith("【排行】签单 " + period.label() + " 进行中\n1. 张敏 2单");
    }
  }

  @Test
  void anEmptyBoardInvitesAndAFutureOneIsRefused() {
    assertThat(ask(Teams.GROUP, "m0", NOW, Map.of("metric", FakeMetrics.SALES)))
        .isEqualTo("【排行】业绩 2026年12月上旬 进行中\n还没有人上报，发“日报 业绩 3.5万”就上榜！");
    assertThat(ask(Teams.GROUP, "m0", NOW, Map.of("period", xun("2026-11-21"))))
        .isEqualTo("2026年11月下旬 没有数据。看本旬请发：排名");
    assertThatThrownBy(() -> ask(Teams.GROUP, "m0", NOW, Map.of("period", xun("2026-12-11"))))
        .isInstanceOf(CommandRejectedException.class)
        .hasMessageContaining("还没开始");
  }

  private void freeze(Period period, int number) {
    String boards = new BoardFreezer(leaderboards, ledger).freeze(team, period).orElseThrow();
    closed.put(period, new Closed("o1", period, number, Instant.EPOCH, Map.of("boards", boards)));
  }

  private String ask(
      Conversation where, String memberId, String at, Map<String, Object> arguments) {
    return commands
        .handle(CommandFiles.call("ranking.yaml", where, memberId, Access.MEMBER, at, arguments))
        .messages()
        .get(0)
        .text();
  }

  private static Period xun(String day) {
    return Period.containing(PeriodType.XUN, LocalDate.parse(day));
  }
}

package io.github.xunbang.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xunbang.boards.CommandFiles;
import io.github.xunbang.boards.FakeLedger;
import io.github.xunbang.boards.FakeOrganizations;
import io.github.xunbang.boards.FakeWorkdays;
import io.github.xunbang.boards.Teams;
import io.github.xunbang.calendar.Workdays;
import io.github.xunbang.command.Access;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.organization.Assignment;
import io.github.xunbang.organization.Member;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NotReportedCommandsTest {

  private static final String TODAY = "2026-12-03";

  private final FakeLedger ledger = new FakeLedger();
  private final FakeOrganizations organizations =
      new FakeOrganizations(
          Teams.with(
              List.of(
                  Teams.member("m0", "老板", Access.MANAGER, null),
                  Teams.member("m1", "组长", Access.LEADER, "一组"),
                  Teams.member("m2", "张敏", Access.MEMBER, "一组"),
                  Teams.member("m3", "李强", Access.MEMBER, "二组"))));
  private final Set<String> onLeave = new HashSet<>();
  private final Workdays workdays =
      new FakeWorkdays(
          Set.of(LocalDate.of(2026, 11, 29)), (member, day) -> onLeave.contains(member));
  private final NotReportedCommands commands =
      new NotReportedCommands(
          organizations,
          new ReportingDuty(ledger, workdays, (organization, day) -> onLeave),
          workdays);

  @Test
  void namesWhoIsMissingToday() {
    ledger.put("m2", TODAY, "yixiang", "0");

    assertThat(ask("m0", Access.MANAGER, Map.of())).isEqualTo("12月3日(周四) 还有2人没报：组长、李强");
  }

  @Test
  void aLeaderSeesTheOwnUnitOnly() {
    assertThat(ask("m1", Access.LEADER, Map.of())).isEqualTo("12月3日(周四) 还有2人没报：组长、张敏");
  }

  @Test
  void aManagerWhoSellsIsExpectedToReportToo() {
    ledger.put("m0", "2026-11-20", "yixiang", "2");

    assertThat(ask("m0", Access.MANAGER, Map.of())).contains("还有4人没报：老板、");
  }

  @Test
  void peopleOnLeaveAreShownApart() {
    onLeave.addAll(List.of("m2", "m3"));

    assertThat(ask("m0", Access.MANAGER, Map.of())).isEqualTo("12月3日(周四) 还有1人没报：组长\n请假2人：张敏、李强");
  }

  @Test
  void whoReportsOnLeaveHasReported() {
    onLeave.addAll(List.of("m1", "m2", "m3"));
    ledger.put("m2", TODAY, "yixiang", "5");

    assertThat(ask("m0", Access.MANAGER, Map.of()))
        .isEqualTo("今天都报了，12月3日(周四) 共1人，辛苦大家！\n请假2人：组长、李强");
  }

  @Test
  void nobodyIsAskedWhenAllAreOnLeave() {
    onLeave.addAll(List.of("m1", "m2", "m3"));

    assertThat(ask("m0", Access.MANAGER, Map.of()))
        .isEqualTo("12月3日(周四) 要报的人都请假了，没人要催。\n请假3人：组长、张敏、李强");
  }

  @Test
  void onARestDayNobodyIsMissingAndWhoReportedIsThanked() {
    Map<String, Object> sunday = Map.of("date", LocalDate.of(2026, 11, 29));

    assertThat(ask("m0", Access.MANAGER, sunday)).isEqualTo("11月29日(周日) 休息日，大家休息，不用报。");
    ledger.put("m2", "2026-11-29", "yixiang", "5");
    assertThat(ask("m0", Access.MANAGER, sunday)).endsWith("\n还是有1人报了：张敏，辛苦！");
  }

  @Test
  void guestsAreNotExpected() {
    organizations.put(
        Teams.with(
            List.of(
                Teams.member("m0", "老板", Access.MANAGER, null),
                new Member(
                    "m1",
                    "导购",
                    Access.MEMBER,
                    List.of(new Assignment(Teams.FOUNDED, null, null)),
                    true,
                    List.of(),
                    Teams.FOUNDED,
                    null))));

    assertThat(ask("m0", Access.MANAGER, Map.of())).startsWith("12月3日(周四) 还没有要报的成员");
  }

  @Test
  void anUndoneReportIsNone() {
    ledger.put("m2", TODAY, "yixiang", "5");
    ledger.undo("m2", TODAY);

    assertThat(ask("m0", Access.MANAGER, Map.of())).contains("张敏");
  }

  @Test
  void thanksWhenAllHaveReported() {
    for (String member : List.of("m1", "m2", "m3")) {
      ledger.put(member, TODAY, "yixiang", "5").put(member, "2026-12-02", "yixiang", "5");
    }

    assertThat(ask("m0", Access.MANAGER, Map.of())).isEqualTo("今天都报了，12月3日(周四) 共3人，辛苦大家！");
    assertThat(ask("m0", Access.MANAGER, Map.of("date", LocalDate.of(2026, 12, 2))))
        .isEqualTo("12月2日(周三) 都报了，共3人，辛苦大家！");
  }

  @Test
  void refusesADayThatHasNotCome() {
    assertThatThrownBy(() -> ask("m0", Access.MANAGER, Map.of("date", LocalDate.of(2026, 12, 4))))
        .isInstanceOf(CommandRejectedException.class)
        .hasMessage("12月4日(周五) 还没到。看今天请发：谁没报");
  }

  @Test
  void moreThanThirtyNamesBecomeACount() {
    List<Member> members =
        IntStream.range(0, 31)
            .mapToObj(index -> Teams.member("m" + index, "员" + index, Access.MEMBER, null))
            .toList();
    organizations.put(Teams.with(members));

    assertThat(ask("m0", Access.MANAGER, Map.of())).contains("还有31人没报：员0、").endsWith("、员29等31人");
  }

  private String ask(String memberId, Access access, Map<String, Object> arguments) {
    return commands
        .handle(
            CommandFiles.call(
                "not-reported.yaml", Teams.GROUP, memberId, access, TODAY + "T21:40", arguments))
        .messages()
        .get(0)
        .text();
  }
}

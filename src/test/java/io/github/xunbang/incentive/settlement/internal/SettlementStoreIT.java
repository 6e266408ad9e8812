package io.github.xunbang.incentive.settlement.internal;

import static io.github.xunbang.incentive.settlement.internal.SettlementFixture.NOVEMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xunbang.incentive.settlement.Award;
import io.github.xunbang.incentive.settlement.Award.Deed;
import io.github.xunbang.incentive.settlement.Award.State;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Settlements stand once, whatever happens on the way (design sections 8, 11 and 12). */
class SettlementStoreIT {

  private final SettlementFixture team = new SettlementFixture();

  @AfterEach
  void close() {
    team.close();
  }

  @Test
  void settlingTwiceGivesTheSameNumberedLinesOnce() {
    team.gives(2, "140");
    team.gives(3, "70");

    team.settler(team.settlements()).settle(team.organization, NOVEMBER);
    team.settler(team.settlements()).settle(team.organization, NOVEMBER);

    assertThat(lines()).containsExactly("#1 员工2 140", "#2 员工3 70");
    assertThat(team.stored()).isEqualTo(2);
    assertThat(team.awards().periods("o1")).containsExactly(NOVEMBER);
    assertThat(team.awards().find("o1", 2)).map(Award::subjectName).contains("员工3");
    assertThat(team.awards().find("o1", 3)).isEmpty();
  }

  @Test
  void linesOfARunThatDiedBeforeItsHeaderAreNeverSeenAndCleanedLater() {
    team.gives(2, "140");
    SettlementRepository dying =
        new SettlementRepository(team.mongo) {
          @Override
          boolean insert(Settlement settlement) {
            throw new IllegalStateException("killed");
          }
        };

    assertThatThrownBy(() -> team.settler(dying).settle(team.organization, NOVEMBER))
        .hasMessage("killed");
    assertThat(lines()).isEmpty();
    assertThat(team.stored()).isEqualTo(1);
    team.realTime = team.realTime.plus(Duration.ofHours(2));
    team.settler(team.settlements()).settle(team.organization, NOVEMBER);

    assertThat(lines()).containsExactly("#2 员工2 140");
    assertThat(team.stored()).isEqualTo(1);
  }

  @Test
  void aSettlementThatDiedBehindItsHeaderIsListedByTheNextRun() {
    team.gives(2, "140");
    SettlementRepository dying =
        new SettlementRepository(team.mongo) {
          @Override
          void list(Settlement settlement) {
            throw new IllegalStateException("killed");
          }
        };

    assertThatThrownBy(() -> team.settler(dying).settle(team.organization, NOVEMBER))
        .hasMessage("killed");
    team.realTime = team.realTime.plus(Duration.ofHours(2));
    team.gives(2, "999");
    team.settler(team.settlements()).settle(team.organization, NOVEMBER);

    assertThat(lines()).containsExactly("#1 员工2 140");
    team.settler(team.settlements()).settleDifferences(team.organization, NOVEMBER);
    assertThat(lines()).containsExactly("#1 员工2 140", "#2 员工2 859");
    assertThat(team.stored()).isEqualTo(2);
  }

  @Test
  void oneOfManyInstancesAtOnceSettlesAndTheOthersLeaveNothing() {
    int instances = 4;
    team.gives(2, "140");
    team.gives(3, "70");
    CyclicBarrier together = new CyclicBarrier(instances);

    List<CompletableFuture<Void>> runs =
        IntStream.range(0, instances)
            .mapToObj(
                number ->
                    CompletableFuture.runAsync(
                        () ->
                            team.settler(team.settlements(), () -> await(together))
                                .settle(team.organization, NOVEMBER),
                        task -> new Thread(task).start()))
            .toList();
    runs.forEach(CompletableFuture::join);

    assertThat(lines())
        .extracting(line -> line.replaceFirst("#\\d+ ", ""))
        .containsExactly("员工2 140", "员工3 70");
    assertThat(team.stored()).isEqualTo(2);
  }

  @Test
  void correctedFiguresGiveDifferencesOnceAndLeaveWhatPeopleDecidedAlone() {
    team.gives(2, "140");
    team.gives(3, "70");
    team.gives(4, "210");
    Settler settler = team.settler(team.settlements());
    settler.settle(team.organization, NOVEMBER);
    voided(2);

    team.gives(2, "280");
    team.lines.removeIf(line -> line.subjectId().equals("m4"));
    settler.settleDifferences(team.organization, NOVEMBER);
    settler.settleDifferences(team.organization, NOVEMBER);

    assertThat(lines())
        .containsExactly("#1 员工2 140", "#2 员工3 70", "#3 员工4 210", "#4 员工2 140", "#5 员工4 -210");

    team.gives(3, "210");
    team.gives(4, "70");
    settler.settleDifferences(team.organization, NOVEMBER);

    assertThat(lines()).endsWith("#6 员工3 210", "#7 员工4 70");
    assertThat(settler.settleDifferences(team.organization, NOVEMBER)).isEmpty();
  }

  @Test
  void moneyThatBecomesWordsIsTakenBackAndStillAddsUp() {
    team.gives(2, "140");
    Settler settler = team.settler(team.settlements());
    settler.settle(team.organization, NOVEMBER);

    team.says(2, "提醒：已连续2个月，满3个月时“少签单”", null);
    settler.settleDifferences(team.organization, NOVEMBER);

    assertThat(lines()).containsExactly("#1 员工2 140", "#2 员工2 -140");
    assertThat(team.awards().find("o1", 2).orElseThrow().working().get(0))
        .isEqualTo("更正：原140，现“提醒：已连续2个月，满3个月时“少签单””，差额在此");
    assertThat(settler.settleDifferences(team.organization, NOVEMBER)).isEmpty();
  }

  @Test
  void whatIsStillOpenAndWhatTheRuleGivesNowAreNotBothPaid() {
    team.says(2, "", "并列第2到3名，请定金额");
    Settler settler = team.settler(team.settlements());
    settler.settle(team.organization, NOVEMBER);

    team.gives(2, "300");
    settler.settleDifferences(team.organization, NOVEMBER);

    Award more = team.awards().find("o1", 2).orElseThrow();
    assertThat(more.amount()).isNull();
    assertThat(more.open()).contains("#1", "还待定", "合计应为300");
  }

  @Test
  void whatTwoPeopleDoToOneLineAtOnceIsAllKeptAndEachMessageCountsOnce() {
    team.gives(2, "140");
    team.settler(team.settlements()).settle(team.organization, NOVEMBER);

    IntStream.range(0, 24)
        .parallel()
        .forEach(
            number ->
                team.awards()
                    .update(
                        "o1",
                        List.of(1),
                        "message" + number % 12,
                        award ->
                            award.acted(
                                new Award.Act(Deed.SIGNED, "m" + number, team.realTime, ""),
                                State.CONFIRMED)));

    assertThat(team.awards().find("o1", 1).orElseThrow().acts())
        .extracting(Award.Act::deed)
        .hasSize(13)
        .startsWith(Deed.PROPOSED);
  }

  private void voided(int number) {
    team.awards()
        .update(
            "o1",
            List.of(number),
            "void",
            award ->
                award.acted(new Award.Act(Deed.VOIDED, "m1", team.realTime, "谈过了"), State.VOID));
  }

  private List<String> lines() {
    return team.awards().of("o1", NOVEMBER).stream()
        .map(
            award ->
                "#%d %s %s"
                    .formatted(award.number(), award.subjectName(), award.amount().toPlainString()))
        .toList();
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}

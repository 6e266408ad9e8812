package io.github.xunbang.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.boards.Chain;
import io.github.xunbang.boards.FakeLedger;
import io.github.xunbang.boards.FakeMetrics;
import io.github.xunbang.boards.FakeTargets;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.closing.Closed;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.ranking.Leaderboard.Apart;
import io.github.xunbang.ranking.Leaderboard.Row;
import io.github.xunbang.ranking.Leaderboard.Why;
import io.github.xunbang.ranking.Terms.Basis;
import io.github.xunbang.ranking.Terms.Growth;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class UnitBoardsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 12, 3);
  private static final Period XUN = Period.containing(PeriodType.XUN, TODAY);
  private static final Entrants STORES = Entrants.units("门店");

  private final FakeLedger ledger = new FakeLedger();
  private final FakeTargets targets = new FakeTargets();
  private final Map<Period, Closed> closed = new HashMap<>();
  private final LeaderboardService leaderboards =
      new LeaderboardService(
          FakeBoards.maker(ledger, new FakeMetrics(), targets),
          new FakeMetrics(),
          (organization, period) -> Optional.ofNullable(closed.get(period)));

  /** Sums put together here by hand, places by counting who is better. */
  @Test
  void randomChainsAgreeWithAnIndependentCount() {
    for (int seed = 0; seed < 40; seed++) {
      Random random = new Random(seed);
      FakeLedger own = new FakeLedger();
      Chain chain =
          new Chain().unit("d0", "一区", "小区", null, null).unit("d1", "二区", "小区", null, null);
      Map<String, String> classOf = new TreeMap<>();
      Map<String, Integer> sums = new TreeMap<>();
      for (int store = 0; store < 12; store++) {
        String id = "s" + store;
        String unitClass = List.of("A", "B", "C").get(random.nextInt(3));
        chain.unit(id, "店" + store, "门店", "d" + store % 2, unitClass);
        classOf.put(id, unitClass);
        for (int person = 0; person < 3; person++) {
          String member = "m" + store + "-" + person;
          chain.member(member, "员" + member, id);
          add(own, random, member, id, sums);
        }
        add(own, random, id, id, sums);
      }
      LeaderboardService service =
          new LeaderboardService(
              FakeBoards.maker(own), new FakeMetrics(), (o, p) -> Optional.empty());
      Organization organization = chain.build();
      for (String unitClass : List.of("A", "B", "C")) {
        assertAgrees(
            service, organization, STORES.ofClass(unitClass), within(sums, classOf, unitClass));
      }
      assertAgrees(service, organization, STORES, sums);
    }
  }

  private static void add(
      FakeLedger ledger, Random random, String subject, String store, Map<String, Integer> sums) {
    if (random.nextInt(3) > 0) {
      int value = random.nextInt(4);
      ledger.put(subject, "2026-12-0" + (1 + random.nextInt(3)), "qiandan", String.valueOf(value));
      sums.merge(store, value, Integer::sum);
    }
  }

  private static Map<String, Integer> within(
      Map<String, Integer> sums, Map<String, String> classOf, String unitClass) {
    Map<String, Integer> part = new TreeMap<>(sums);
    part.keySet().removeIf(store -> !unitClass.equals(classOf.get(store)));
    return part;
  }

  private static void assertAgrees(
      LeaderboardService service,
      Organization organization,
      Entrants entrants,
      Map<String, Integer> sums) {
    List<Leaderboard> boards =
        service
            .find(organization, BoardRequest.of(XUN).of(entrants).of(FakeMetrics.DEALS), TODAY)
            .boards();
    List<Row> rows = boards.isEmpty() ? List.of() : boards.get(0).rows();
    assertThat(rows).extracting(Row::subjectId).containsExactlyInAnyOrderElementsOf(sums.keySet());
    for (Row row : rows) {
      int own = sums.get(row.subjectId());
      assertThat(row.value()).isEqualByComparingTo(BigDecimal.valueOf(own));
      assertThat(row.place())
          .isEqualTo(1 + (int) sums.values().stream().filter(other -> other > own).count());
    }
  }

  @Test
  void guestsStandOnABoardOfTheirOwn() {
    Organization team = new Chain().member("m0", "张敏", null).guest("m1", "收银王姐").build();
    ledger.put("m0", "2026-12-01", "qiandan", "1").put("m1", "2026-12-01", "qiandan", "5");

    assertThat(only(team, request()).rows()).extracting(Row::name).containsExactly("张敏");
    assertThat(only(team, request().of(Entrants.GUESTS)).rows())
        .extracting(Row::name)
        .containsExactly("收银王姐");
  }

  @Test
  void attainmentRanksPercentagesAndSetsApartWhoHasNoTarget() {
    Organization team =
        new Chain()
            .member("m0", "张敏", null)
            .member("m1", "李强", null)
            .member("m2", "王芳", null)
            .build();
    targets.put("m0", "qiandan", "10", "12").put("m1", "qiandan", "4", null);
    ledger.put("m0", "2026-12-01", "qiandan", "6").put("m1", "2026-12-01", "qiandan", "4");
    ledger.put("m2", "2026-12-01", "qiandan", "9");

    Leaderboard board = only(team, request().by(Basis.ATTAINMENT));

    assertThat(LeaderboardText.rows(board)).containsExactly("1. 李强 100%", "2. 张敏 60%");
    assertThat(board.apart()).containsExactly(new Apart("m2", "王芳", Why.NO_GOAL));
  }

  @Test
  void aCampaignCountsOnlyTheUnitsThatTakePart() {
    Organization chain =
        new Chain()
            .unit("s0", "五店", "门店", null, null)
            .unit("s1", "六店", "门店", null, null)
            .campaign("暖冬行动", LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 20), "s1")
            .build();
    ledger.put("s0", "2026-12-01", "yeji", "9").put("s1", "2026-12-02", "yeji", "3");
    Period campaign = chain.structure().campaigns().get(0).period();

    assertThat(only(chain, BoardRequest.of(campaign).of(STORES)).rows())
        .extracting(Row::name)
        .containsExactly("六店");
  }

  @Test
  void growthIsAgainstTheSamePeriodOfLastYear() {
    Organization team = new Chain().member("m0", "张敏", null).member("m1", "李强", null).build();
    ledger.put("m0", "2025-12-05", "yeji", "8000").put("m0", "2026-12-01", "yeji", "9000");
    ledger.put("m1", "2026-12-01", "yeji", "100");

    Leaderboard board =
        only(team, new BoardRequest(XUN, Entrants.MEMBERS, Basis.VALUE, null, Growth.Kind.YEAR));

    assertThat(LeaderboardText.rows(board))
        .containsExactly("1. 张敏 9000元 同比+12.5%", "2. 李强 100元 同比—");
    assertThat(LeaderboardText.notes(board)).containsExactly("同比：与2025年12月上旬比");
  }

  @Test
  void aFrozenBoardOfOneDistrictHasTheFrozenValuesPlacedAnew() {
    Organization chain =
        new Chain()
            .unit("d0", "一区", "小区", null, null)
            .unit("d1", "二区", "小区", null, null)
            .member("m0", "张敏", "d0")
            .member("m1", "李强", "d1")
            .member("m2", "王芳", "d0")
            .build();
    ledger.put("m0", "2026-12-01", "qiandan", "5").put("m1", "2026-12-01", "qiandan", "4");
    ledger.put("m2", "2026-12-01", "qiandan", "3");
    String frozen = BoardJson.write(leaderboards.toFreeze(chain, XUN));
    closed.put(XUN, new Closed("o1", XUN, 1, Instant.EPOCH, Map.of("boards", frozen)));
    ledger.put("m2", "2026-12-02", "qiandan", "30");

    Leaderboard district = only(chain, request().of(Entrants.MEMBERS.within("d0", "一区")));

    assertThat(LeaderboardText.rows(district)).containsExactly("1. 张敏 5单", "2. 王芳 3单");
    assertThat(leaderboards.frozen("o1", XUN).orElseThrow().ofUnits())
        .extracting(board -> board.entrants().label())
        .containsExactly("小区");
  }

  private Leaderboard only(Organization organization, BoardRequest request) {
    return leaderboards.find(organization, request, TODAY).boards().get(0);
  }

  private static BoardRequest request() {
    return BoardRequest.of(XUN);
  }
}

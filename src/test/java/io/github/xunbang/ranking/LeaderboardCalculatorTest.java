package io.github.xunbang.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.boards.FakeMetrics;
import io.github.xunbang.boards.Teams;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.command.Access;
import io.github.xunbang.metric.Feed;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.PeriodFigures;
import io.github.xunbang.organization.Member;
import io.github.xunbang.ranking.Leaderboard.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LeaderboardCalculatorTest {

  private static final Period XUN = Period.containing(PeriodType.XUN, LocalDate.of(2026, 12, 3));

  @Test
  void equalValuesShareAPlaceAndTheNextOneIsSkipped() {
    Leaderboard board = board(Map.of("m0", "5", "m1", "5.0", "m2", "3"), Map.of(), 3);

    assertThat(board.rows()).extracting(Row::place).containsExactly(1, 1, 3);
    assertThat(board.rows()).extracting(Row::gapToNext).containsExactly(null, null, big("2"));
  }

  @Test
  void somebodyWhoNeverReportedTheMetricStandsApartAndZeroDoesNot() {
    Leaderboard board = board(Map.of("m0", "5", "m1", "0"), Map.of(), 3);

    assertThat(board.rows()).extracting(Row::subjectId).containsExactly("m0", "m1");
    assertThat(board.unreported()).containsExactly(new Leaderboard.Unreported("m2", "成员2", true));
  }

  @Test
  void whoHasNoneOfWhatDealsWriteStandsAtZeroUnlessOnLeave() {
    List<Member> members = members(4);
    LeaderboardCalculator.Setting setting =
        new LeaderboardCalculator.Setting(
            Terms.PLAIN, Map.of(), Map.of(), ids(members), Set.of("m2"), scores -> scores);
    Feed feed = new Feed(Feed.Measure.DEAL_COUNT, XUN.start(), null);

    Leaderboard board =
        calculator(members, Map.of("m0", figures("m0", "2"), "m3", figures("m3", "-1")))
            .board(fed(FakeMetrics.LEADS, feed), setting);

    assertThat(board.rows()).extracting(Row::subjectId).containsExactly("m0", "m1", "m3");
    assertThat(LeaderboardText.rows(board)).containsExactly("1. 成员0 2个", "2. 成员1 0个", "3. 成员3 -1个");
    assertThat(board.unreported()).isEmpty();
    assertThat(board.apart()).extracting(Leaderboard.Apart::subjectId).containsExactly("m2");
  }

  private static Metric fed(Metric metric, Feed feed) {
    return new Metric(
        metric.id(),
        metric.name(),
        metric.aliases(),
        metric.unit(),
        metric.kind(),
        metric.rollUp(),
        metric.min(),
        metric.max(),
        metric.definition(),
        metric.source(),
        metric.active(),
        metric.direction(),
        metric.formula(),
        metric.positions(),
        metric.unitValue(),
        feed);
  }

  @Test
  void movementIsAgainstThePreviousPlaces() {
    Leaderboard board =
        board(
            Map.of("m0", "9", "m1", "8", "m2", "7", "m3", "6"),
            Map.of("m0", 3, "m1", 1, "m3", 4),
            4);

    assertThat(LeaderboardText.rows(board))
        .containsExactly("1. 成员0 9个 ↑2", "2. 成员1 8个 ↓1", "3. 成员2 7个 新", "4. 成员3 6个 —");
  }

  @Test
  void agreesWithCountingWhoIsBetterOnRandomTeams() {
    Random random = new Random(20261203);
    for (int run = 0; run < 500; run++) {
      int size = random.nextInt(40);
      Map<String, String> values = new HashMap<>();
      for (int index = 0; index < size; index++) {
        if (random.nextInt(5) > 0) {
          values.put("m" + index, random.nextInt(8) + (random.nextBoolean() ? ".50" : ".0"));
        }
      }

      Leaderboard board = board(values, Map.of(), size);

      assertThat(board.rows()).hasSize(values.size());
      assertThat(board.unreported()).hasSize(size - values.size());
      for (Row row : board.rows()) {
        assertAgreesWithCounting(row, values);
      }
      assertOrdered(board);
    }
  }

  private static void assertAgreesWithCounting(Row row, Map<String, String> values) {
    BigDecimal own = big(values.get(row.subjectId()));
    List<BigDecimal> better =
        values.values().stream()
            .map(LeaderboardCalculatorTest::big)
            .filter(value -> value.compareTo(own) > 0)
            .toList();
    assertThat(row.value()).isEqualByComparingTo(own);
    assertThat(row.place()).isEqualTo(better.size() + 1);
    if (better.isEmpty()) {
      assertThat(row.gapToNext()).isNull();
    } else {
      assertThat(row.gapToNext())
          .isEqualByComparingTo(Collections.min(better).subtract(own))
          .isPositive();
    }
  }

  private static void assertOrdered(Leaderboard board) {
    for (int index = 1; index < board.rows().size(); index++) {
      Row above = board.rows().get(index - 1);
      Row row = board.rows().get(index);
      int order = above.value().compareTo(row.value());
      assertThat(order > 0 || (order == 0 && above.name().compareTo(row.name()) < 0)).isTrue();
    }
  }

  @Test
  void theSameFiguresGiveTheSameBytesWhateverTheOrderTheyComeIn() {
    Random random = new Random(7);
    List<Member> members = new ArrayList<>(members(30));
    Map<String, PeriodFigures> figures = new HashMap<>();
    for (int index = 0; index < 25; index++) {
      figures.put("m" + index, figures("m" + index, String.valueOf(random.nextInt(6))));
    }
    String expected = null;

    for (int run = 0; run < 20; run++) {
      Collections.shuffle(members, random);
      String json =
          BoardJson.write(
              List.of(
                  calculator(members, figures)
                      .board(FakeMetrics.LEADS, setting(Map.of("m3", 1), ids(members)))));
      expected = expected == null ? json : expected;

      assertThat(json).isEqualTo(expected);
    }
  }

  @Test
  void aFrozenBoardIsReadBackAsItWasWritten() {
    Leaderboard board =
        board(Map.of("m0", "100000.00", "m1", "0.50", "m2", "0"), Map.of("m0", 2), 5);

    assertThat(BoardJson.read(BoardJson.write(List.of(board)))).containsExactly(board);
  }

  @Test
  void aBoardFrozenByTheFirstVersionIsStillRead() {
    String old =
        """
        [{"metricId":"yixiang","metricName":"意向客户","unit":"个",
          "period":{"type":"XUN","start":"2026-12-01","end":"2026-12-10"},"compared":true,
          "rows":[{"memberId":"m0","name":"张敏","value":12,"place":1,"previousPlace":2,
                   "gapToNext":null}],
          "unreported":[{"memberId":"m1","name":"李强","silent":true}]}]""";

    Leaderboard board = BoardJson.read(old).get(0);

    assertThat(board)
        .isEqualTo(
            new Leaderboard(
                "yixiang",
                "意向客户",
                "个",
                XUN,
                true,
                List.of(new Row("m0", "张敏", big("12"), 1, 2, null)),
                List.of(new Leaderboard.Unreported("m1", "李强", true))));
  }

  private static Leaderboard board(
      Map<String, String> values, Map<String, Integer> previousPlaces, int size) {
    Map<String, PeriodFigures> figures = new HashMap<>();
    values.forEach((id, value) -> figures.put(id, figures(id, value)));
    List<Member> members = members(size);
    return calculator(members, figures)
        .board(FakeMetrics.LEADS, setting(previousPlaces, ids(members)));
  }

  private static List<Member> members(int size) {
    List<Member> members = new ArrayList<>();
    for (int index = 0; index < size; index++) {
      String name = "成员" + (char) ('0' + index);
      members.add(Teams.member("m" + index, name, Access.MEMBER, null));
    }
    return members;
  }

  private static LeaderboardCalculator calculator(
      List<Member> members, Map<String, PeriodFigures> figures) {
    return new LeaderboardCalculator(
        XUN,
        Entrants.MEMBERS,
        members.stream().map(Entrant::of).toList(),
        figures,
        (entrant, metric) -> null);
  }

  private static LeaderboardCalculator.Setting setting(
      Map<String, Integer> previousPlaces, Set<String> expected) {
    return new LeaderboardCalculator.Setting(
        Terms.PLAIN, previousPlaces, Map.of(), expected, Set.of(), scores -> scores);
  }

  private static Set<String> ids(List<Member> members) {
    Set<String> ids = new HashSet<>();
    members.forEach(member -> ids.add(member.id()));
    return ids;
  }

  private static PeriodFigures figures(String id, String value) {
    return new PeriodFigures(id, 1, Map.of("yixiang", big(value)));
  }

  private static BigDecimal big(String value) {
    return new BigDecimal(value);
  }
}

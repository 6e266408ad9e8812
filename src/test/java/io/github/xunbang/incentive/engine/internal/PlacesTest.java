package io.github.xunbang.incentive.engine.internal;

import static io.github.xunbang.incentive.engine.TestRule.deduction;
import static io.github.xunbang.incentive.engine.TestRule.fixed;
import static io.github.xunbang.incentive.engine.TestRule.notice;
import static io.github.xunbang.incentive.engine.TestRule.number;
import static io.github.xunbang.incentive.engine.TestRule.reward;
import static io.github.xunbang.incentive.engine.TestRule.tiers;
import static io.github.xunbang.incentive.engine.TestRule.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.incentive.engine.Line;
import io.github.xunbang.incentive.engine.Outcome;
import io.github.xunbang.incentive.engine.ScriptedFacts;
import io.github.xunbang.incentive.engine.TestRule;
import io.github.xunbang.incentive.rule.Limit;
import io.github.xunbang.incentive.rule.Measure;
import io.github.xunbang.incentive.rule.Payout;
import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.rule.Scheme;
import io.github.xunbang.incentive.rule.Selection;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Places, ties and races. */
class PlacesTest {

  private static final Period NOV = Period.containing(PeriodType.MONTH, LocalDate.of(2026, 11, 1));

  private final ScriptedFacts facts =
      new ScriptedFacts()
          .metric("签单", "单", true, false, false)
          .metric("退单", "单", true, true, false);

  @Test
  void equalPlacesShareWhatTheyFillAndTheCentGoesToWhoJoinedFirst() {
    deals("9", "7", "7", "7", "1");

    List<Line> lines = settle(reward("R1", tiers("500", "300", "200", "100.01")).best("签单", 4));

    assertThat(lines)
        .extracting(Line::subjectId, Line::amount)
        .containsExactly(
            tuple("m1", yuan("500")),
            tuple("m2", yuan("200.01")),
            tuple("m3", yuan("200")),
            tuple("m4", yuan("200")));
    assertThat(lines.get(1).working())
        .containsExactly(
            "签单：7单",
            "并列第2名，共5名",
            "并列第2到4名：300元 + 200元 + 100.01元 = 600.01元",
            "600.01元 ÷ 3 每名200元，余0.01元归先加入的",
            "共200.01元");
  }

  @Test
  void aTieOverTheLastPaidPlaceIsLeftToAPerson() {
    deals("9", "7", "7", "7");

    List<Line> lines = settle(reward("R1", tiers("500", "300", "200")).best("签单", 3));

    assertThat(lines)
        .extracting(Line::subjectId, Line::amount)
        .containsExactly(
            tuple("m1", yuan("500")), tuple("m2", null), tuple("m3", null), tuple("m4", null));
    assertThat(lines.get(3).open()).isEqualTo("并列第2到4名共3名，只有2个名额，合计500元，请定金额");
  }

  @Test
  void nobodyWinsWithZeroUnlessLittleIsGood() {
    deals("3", "0", "0");
    facts.value("m1", "退单", NOV, "1").value("m2", "退单", NOV, "0").value("m3", "退单", NOV, "0");

    assertThat(settle(reward("R1", tiers("500", "300", "200")).best("签单", 3)))
        .extracting(Line::subjectId)
        .containsExactly("m1");
    assertThat(settle(reward("R1", fixed("50")).best("退单", 2)))
        .extracting(Line::subjectId)
        .containsExactly("m2", "m3");
  }

  @Test
  void threeOfTheBestAndThreeOfTheLastDoNotMeetInATeamOfFive() {
    deals("9", "8", "7", "6", "5");
    Rule best = reward("R1", tiers("500", "300", "200")).best("签单", 3).rule();
    Rule last = notice("R2", "待改进").last("签单", 3).rule();

    Outcome outcome = new DefaultEngine().settle(List.of(last, best), NOV, null, facts);

    assertThat(outcome.lines())
        .extracting(Line::ruleId, Line::subjectId)
        .containsExactly(
            tuple("R2", "m5"),
            tuple("R2", "m4"),
            tuple("R1", "m1"),
            tuple("R1", "m2"),
            tuple("R1", "m3"));
    assertThat(outcome.lines().get(1).working()).containsExactly("签单：6单", "第4名，共5名");
    assertThat(outcome.findings())
        .containsExactly(new Outcome.Finding("R2", "R2条：参与排名5名，待改进名单由3名减为2名：不与前列重叠，也不超过一半"));
  }

  @Test
  void aTieAtTheEndOfTheLastIsLeftToAPerson() {
    deals("9", "8", "1", "1", "0", "5");

    List<Line> lines = settle(deduction("R1", tiers("100", "50")).last("签单", 2));

    assertThat(lines)
        .extracting(Line::subjectId, Line::amount)
        .containsExactly(tuple("m5", yuan("100")), tuple("m3", null), tuple("m4", null));
    assertThat(lines.get(1).open()).isEqualTo("并列待改进第2到3名共2名，只有1个名额，合计50元，请定金额");
    assertThat(lines.get(1).working()).contains("并列第4名，共6名");
  }

  @Test
  void somebodyWithoutAnyMissingReportIsNeverNamedForThem() {
    deals("1", "1", "1", "1");
    facts.missing("m3", NOV, 2);
    Rule rule =
        notice("R1", "待改进").select(new Selection.Last(new Measure.MissingReports(), 2)).rule();

    assertThat(settle(rule)).extracting(Line::subjectId).containsExactly("m3");
  }

  @Test
  void aRaceGoesByTheInstantAndOpenPlacesByThatOfTheFallbackLine() {
    deals("20", "20", "12", "11", "13");
    reached("m1", "20", 9).reached("m2", "签单", NOV, "20", at(8));
    reached("m3", "10", 5);
    reached("m4", "10", 3);
    reached("m5", "10", 4);

    List<Line> lines = settle(race(4));

    assertThat(lines)
        .extracting(Line::subjectId, Line::amount)
        .containsExactly(
            tuple("m2", yuan("1000")),
            tuple("m1", yuan("800")),
            tuple("m4", yuan("600")),
            tuple("m5", yuan("400")));
    assertThat(lines.get(0).working()).containsExactly("11月2日08:00:00签单达到20单", "第1名：1000元");
    assertThat(lines.get(2).working()).containsExactly("11月2日03:00:00签单达到10单", "补位第3名：600元");
  }

  @Test
  void theInstantOfARaceIsToldInTheTeamsOwnZone() {
    facts.in(ZoneId.of("Asia/Urumqi"));
    deals("20");
    reached("m1", "20", 1);

    assertThat(settle(race(1)).get(0).working().get(0)).startsWith("11月1日23:00:00");
  }

  @Test
  void theSameInstantIsATieInARace() {
    deals("20", "20", "20");
    reached("m1", "20", 5);
    reached("m2", "20", 5);
    reached("m3", "20", 5);

    assertThat(settle(race(3))).extracting(Line::amount).containsOnly(yuan("800"));
    assertThat(settle(race(2))).allSatisfy(line -> assertThat(line.open()).contains("1800元"));
  }

  @Test
  void voicesDecideWhoIsBestSpokenOf() {
    deals("1", "1", "1");
    facts.votes("m2", NOV, 4).votes("m3", NOV, 1);

    List<Line> lines =
        settle(
            reward("R1", fixed("200")).select(new Selection.Best(new Measure.Votes(), 1)).rule());

    assertThat(lines).extracting(Line::subjectId).containsExactly("m2");
    assertThat(lines.get(0).working()).containsExactly("得票：4票", "第1名，共3名", "第1名：200元");
  }

  @Test
  void whoIsPaidByTheirOwnFiguresOverTheLastPlaceIsLeftToAPersonToo() {
    deals("9", "7", "7", "1");
    Rule rule = reward("R1", new Payout.PerPiece(number("10"), value("签单"))).best("签单", 2).rule();

    List<Line> lines = settle(rule);

    assertThat(lines)
        .extracting(Line::subjectId, Line::amount)
        .containsExactly(tuple("m1", yuan("90")), tuple("m2", null), tuple("m3", null));
    assertThat(lines.get(1).open()).isEqualTo("并列第2到3名共2名，只有1个名额，请定给谁（得者70元）");
  }

  @Test
  void openPoolsCountTowardsTheBudget() {
    deals("9", "7", "7");
    Rule rule = reward("R1", tiers("500", "300")).best("签单", 2).rule();

    Outcome fits = new DefaultEngine().settle(List.of(rule), NOV, cap("800"), facts);
    Outcome exceeds = new DefaultEngine().settle(List.of(rule), NOV, cap("799"), facts);

    assertThat(fits.lines().get(0).amount()).isEqualTo(yuan("500"));
    assertThat(exceeds.lines().get(0).open()).isEqualTo("奖励合计800元超过预算799元，按比例499.37元，请定金额");
    assertThat(exceeds.lines().get(1).open()).endsWith("合计300元，请定金额；奖励合计800元超过预算799元");
  }

  private Rule race(int places) {
    return reward("R1", tiers("1000", "800", "600", "400"))
        .select(
            new Selection.Race(
                "签单", new Limit.Number(number("20")), places, new Limit.Number(number("10"))))
        .rule();
  }

  private void deals(String... values) {
    for (int i = 0; i < values.length; i++) {
      facts.member("m" + (i + 1), "销售").value("m" + (i + 1), "签单", NOV, values[i]);
    }
  }

  private ScriptedFacts reached(String id, String line, int hour) {
    return facts.reached(id, "签单", NOV, line, at(hour));
  }

  private static Instant at(int hour) {
    return Instant.parse("2026-11-01T16:00:00Z").plusSeconds(hour * 3600L);
  }

  private List<Line> settle(TestRule rule) {
    return settle(rule.rule());
  }

  private List<Line> settle(Rule rule) {
    return new DefaultEngine().settle(List.of(rule), NOV, null, facts).lines();
  }

  private static BigDecimal yuan(String amount) {
    return new BigDecimal(amount);
  }

  private static Scheme.Cap cap(String amount) {
    return new Scheme.Cap(new BigDecimal(amount), PeriodType.MONTH);
  }
}

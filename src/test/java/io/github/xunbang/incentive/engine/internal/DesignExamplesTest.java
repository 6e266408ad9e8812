package io.github.xunbang.incentive.engine.internal;

import static io.github.xunbang.incentive.engine.TestRule.deduction;
import static io.github.xunbang.incentive.engine.TestRule.number;
import static io.github.xunbang.incentive.engine.TestRule.reward;
import static io.github.xunbang.incentive.engine.TestRule.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.incentive.engine.Line;
import io.github.xunbang.incentive.engine.Outcome;
import io.github.xunbang.incentive.engine.ScriptedFacts;
import io.github.xunbang.incentive.engine.TestRule;
import io.github.xunbang.incentive.rule.Audience;
import io.github.xunbang.incentive.rule.Condition;
import io.github.xunbang.incentive.rule.GoalLine;
import io.github.xunbang.incentive.rule.Limit;
import io.github.xunbang.incentive.rule.Measure;
import io.github.xunbang.incentive.rule.Payout;
import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.rule.Scheme;
import io.github.xunbang.incentive.rule.Selection;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The acceptance examples of design section 8, to the letter. */
class DesignExamplesTest {

  private static final Period MONTH =
      Period.containing(PeriodType.MONTH, LocalDate.of(2026, 11, 1));

  private static final Rule LEADS =
      deduction("R1", new Payout.PerPiece(number("5"), new Measure.Shortfall("意向"))).rule();
  private static final Rule DEALS =
      deduction("R2", new Payout.PerPiece(number("70"), new Measure.Shortfall("签单")))
          .when(Condition.between(value("签单"), number("10"), number("19")))
          .rule();
  private static final Rule COMMISSION =
      reward("R3", new Payout.Percent(number("10"), value("回款")))
          .when(Condition.atLeast(value("签单"), number("10")))
          .rule();

  @Test
  void seventeenDealsAndHundredNinetyLeadsAre260AndTheGateIsPassed() {
    Outcome outcome = telesales("190", "17");

    assertThat(outcome.lines())
        .extracting(Line::ruleId, Line::amount)
        .containsExactly(
            tuple("R1", new BigDecimal("50")),
            tuple("R2", new BigDecimal("210")),
            tuple("R3", new BigDecimal("5000")));
    assertThat(outcome.lines().get(0).working())
        .containsExactly("意向：目标200个，完成190个，少10个", "10 × 5元 = 50元");
    assertThat(outcome.lines().get(1).working())
        .containsExactly("签单：17单（10到19单）", "签单：目标20单，完成17单，少3单", "3 × 70元 = 210元");
    assertThat(outcome.lines().get(2).working())
        .containsExactly("签单：17单（达到10单）", "回款：50000元", "50000元 × 10% = 5000元");
    assertThat(outcome.findings()).isEmpty();
  }

  @Test
  void exactlyTenDealsAre700AndTheGateIsPassedAndTheCliffIsShown() {
    Outcome outcome = telesales("200", "10");

    assertThat(outcome.lines())
        .extracting(Line::ruleId, Line::amount)
        .containsExactly(tuple("R2", new BigDecimal("700")), tuple("R3", new BigDecimal("5000")));
    assertThat(outcome.findings())
        .containsExactly(
            new Outcome.Finding("R2", "R2条：m1先生10单，在10到19单的边上。10单时绩效扣减建议700元；9单时没有本条，但也没有“R3条”"));
  }

  @Test
  void nineDealsShowTheSameCliffFromBelow() {
    Outcome outcome = telesales("200", "9");

    assertThat(outcome.lines()).isEmpty();
    assertThat(outcome.findings())
        .containsExactly(
            new Outcome.Finding("R2", "R2条：m1先生9单，在10到19单的边上。10单时绩效扣减建议700元；9单时没有本条，但也没有“R3条”"));
  }

  @Test
  void nineAndAHalfDealsAreLeftToAPerson() {
    Outcome outcome = telesales("200", "9.5");

    assertThat(outcome.lines()).hasSize(1);
    Line line = outcome.lines().get(0);
    assertThat(line.amount()).isNull();
    assertThat(line.open()).isEqualTo("差不到1就进区间，请定是否适用；适用时735元");
    assertThat(line.working()).contains("10.5 × 70元 = 735元");
  }

  @Test
  void theContestPaysExactlyItsBudget() {
    Outcome outcome = contest("80000");

    assertThat(outcome.findings()).isEmpty();
    assertThat(sum(outcome, "R1")).isEqualByComparingTo("56000");
    assertThat(sum(outcome, "R2")).isEqualByComparingTo("24000");
    assertThat(outcome.lines()).hasSize(38);
  }

  @Test
  void oneYuanLessOfBudgetLeavesEveryAmountToAPerson() {
    Outcome outcome = contest("79999");

    assertThat(outcome.lines()).allSatisfy(line -> assertThat(line.amount()).isNull());
    assertThat(outcome.lines().get(0).open()).isEqualTo("奖励合计80000元超过预算79999元，按比例4999.93元，请定金额");
    assertThat(outcome.findings())
        .containsExactly(new Outcome.Finding("", "拟奖励合计80000元，超过预算79999元，多1元，请逐条定金额"));
  }

  private static Outcome telesales(String leads, String deals) {
    ScriptedFacts facts =
        new ScriptedFacts()
            .metric("意向", "个", true, false, false)
            .metric("签单", "单", true, false, false)
            .metric("回款", "元", true, false, true)
            .member("m1", "电话营销员")
            .value("m1", "意向", MONTH, leads)
            .value("m1", "签单", MONTH, deals)
            .value("m1", "回款", MONTH, "50000")
            .goal("m1", "意向", MONTH, "200")
            .goal("m1", "签单", MONTH, "20");
    return new DefaultEngine().settle(List.of(LEADS, DEALS, COMMISSION), MONTH, null, facts);
  }

  private static Outcome contest(String cap) {
    Rule people =
        reward(
                "R1",
                new Payout.Tiers(
                    List.of(
                        new Payout.Tier(1, 1, number("5000")),
                        new Payout.Tier(2, 2, number("4000")),
                        new Payout.Tier(3, 3, number("3000")),
                        new Payout.Tier(4, 15, number("2000")),
                        new Payout.Tier(16, 35, number("1000")))))
            .best("保费", 35)
            .rule();
    Rule cities =
        reward("R2", TestRule.tiers("10000", "8000", "6000"))
            .of(Audience.units("城市"))
            .select(
                new Selection.Race(
                    "保费", new Limit.Goal(GoalLine.STRETCH), 3, new Limit.Goal(GoalLine.BASE)))
            .rule();
    ScriptedFacts facts = new ScriptedFacts().metric("保费", "元", true, false, true);
    for (int i = 1; i <= 40; i++) {
      facts.member("m" + i, null).value("m" + i, "保费", MONTH, String.valueOf(i * 1000));
    }
    for (int i = 1; i <= 11; i++) {
      String city = "u" + i;
      facts.unit(city, "城市", null).goal(city, "保费", MONTH, "100", "200");
      facts.reached(
          city,
          "保费",
          MONTH,
          i == 5 ? "200" : "100",
          MONTH.end().atStartOfDay(ZoneOffset.UTC).minusHours(i).toInstant());
    }
    return new DefaultEngine()
        .settle(
            List.of(people, cities),
            MONTH,
            new Scheme.Cap(new BigDecimal(cap), PeriodType.MONTH),
            facts);
  }

  private static BigDecimal sum(Outcome outcome, String ruleId) {
    return outcome.lines().stream()
        .filter(line -> line.ruleId().equals(ruleId))
        .map(line -> Objects.requireNonNull(line.amount()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}

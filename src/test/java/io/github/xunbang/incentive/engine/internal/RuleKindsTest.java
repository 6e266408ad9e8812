package io.github.xunbang.incentive.engine.internal;

import static io.github.xunbang.incentive.engine.TestRule.deduction;
import static io.github.xunbang.incentive.engine.TestRule.fixed;
import static io.github.xunbang.incentive.engine.TestRule.notice;
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
import io.github.xunbang.incentive.rule.Audience;
import io.github.xunbang.incentive.rule.Condition;
import io.github.xunbang.incentive.rule.Factor;
import io.github.xunbang.incentive.rule.GoalLine;
import io.github.xunbang.incentive.rule.Guard;
import io.github.xunbang.incentive.rule.Limit;
import io.github.xunbang.incentive.rule.Measure;
import io.github.xunbang.incentive.rule.Payout;
import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.rule.Sharing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every kind of rule that asks for no place, each with its working. */
class RuleKindsTest {

  private static final Period NOV = Period.containing(PeriodType.MONTH, LocalDate.of(2026, 11, 1));
  private static final Period OCT = NOV.previous();
  private static final Period SEP = OCT.previous();

  private final ScriptedFacts facts =
      new ScriptedFacts()
          .metric("签单", "单", true, false, false)
          .metric("回款", "元", true, false, true)
          .metric("退单", "单", true, true, false)
          .metric("资产", "元", false, false, true);

  @Test
  void aPercentageOfAQuotientIsRoundedOnceAtTheEnd() {
    facts.member("m1", "销售", "u1").value("m1", "回款", NOV, "0.15");
    facts.value("u1", "签单", NOV, "1").goal("u1", "签单", NOV, "3");
    Rule rule =
        reward("R1", new Payout.Percent(number("10"), value("回款")))
            .times(new Factor.UnitAttainment("签单", number("0"), number("2")))
            .rule();

    // 0.015 × 1/3 is exactly half a cent; a rounded third would make it nothing.
    Line line = only(rule);

    assertThat(line.amount()).isEqualTo(new BigDecimal("0.01"));
    assertThat(line.working())
        .containsExactly(
            "回款：0.15元",
            "0.15元 × 10% = 0.015元",
            "所在单位签单完成率：1单 ÷ 目标3单 = 约33.33%",
            "0.015元 × 1 ÷ 3 = 0.005元",
            "四舍五入到分：0.01元");
  }

  @Test
  void theUnitsAttainmentIsKeptBetweenItsBoundsAndIsOneWithoutTarget() {
    facts.member("m1", "销售", "u1").member("m2", "销售", "u2").member("m3", "销售");
    facts.value("u1", "签单", NOV, "30").goal("u1", "签单", NOV, "20");
    Rule rule =
        reward("R1", fixed("100"))
            .times(new Factor.UnitAttainment("签单", number("0.8"), number("1.2")))
            .rule();

    List<Line> lines = settle(rule).lines();

    assertThat(lines).extracting(Line::amount).containsExactly(yuan(120), yuan(100), yuan(100));
    assertThat(lines.get(0).working()).endsWith("100元 × 1.2（最高） = 120元");
  }

  @Test
  void theNearestUnitInATableOfFactorsCounts() {
    facts.member("m1", "销售", "shop", "city").member("m2", "销售", "other", "city");
    Rule rule =
        reward("R1", fixed("100"))
            .times(new Factor.ByUnit(Map.of("shop", number("1.5"), "city", number("0.9"))))
            .rule();

    assertThat(settle(rule).lines()).extracting(Line::amount).containsExactly(yuan(150), yuan(90));
  }

  @Test
  void nobodyGetsMoreThanTheMost() {
    facts.member("m1", "销售").value("m1", "签单", NOV, "9");
    Rule rule =
        reward("R1", new Payout.PerPiece(number("70"), value("签单")))
            .guarded(new Guard(yuan(500), false, 0))
            .rule();

    Line line = only(rule);

    assertThat(line.amount()).isEqualTo(yuan(500));
    assertThat(line.working()).containsExactly("签单：9单", "9 × 70元 = 630元", "封顶500元");
  }

  @Test
  void theGreatestBandReachedPaysAndBelowTheFirstNothing() {
    facts.member("m1", "销售").member("m2", "销售").member("m3", "销售");
    facts.value("m1", "签单", NOV, "15").value("m2", "签单", NOV, "16").value("m3", "签单", NOV, "9");
    Rule rule =
        reward(
                "R1",
                new Payout.Bands(
                    value("签单"),
                    List.of(
                        new Payout.Band(number("16"), yuan(800)),
                        new Payout.Band(number("10"), yuan(300)))))
            .rule();

    List<Line> lines = settle(rule).lines();

    assertThat(lines)
        .extracting(Line::subjectId, Line::amount)
        .containsExactly(tuple("m1", yuan(300)), tuple("m2", yuan(800)));
    assertThat(lines.get(1).working()).containsExactly("签单：16单", "达到16单档：800元");
  }

  @Test
  void threeMonthsInARowCountAndTheOnesBeforeAreWarnedOf() {
    Rule rule = streak(3);
    facts.member("m1", "客户经理").member("m2", "客户经理").member("m3", "客户经理");
    facts.value("m2", "签单", SEP, "6").value("m3", "签单", NOV, "6");

    List<Line> lines = settle(rule).lines();

    assertThat(lines)
        .extracting(Line::subjectId, Line::sense, Line::words)
        .containsExactly(
            tuple("m1", Rule.Sense.NOTICE, "建议面谈"),
            tuple("m2", Rule.Sense.NOTICE, "提醒：已连续2个月，满3个月时“建议面谈”"));
    assertThat(lines.get(0).working())
        .containsExactly("2026年9月 签单：0单（低于5单）", "2026年10月 签单：0单（低于5单）", "2026年11月 签单：0单（低于5单）");
    assertThat(lines.get(1).working()).hasSize(2);
  }

  @Test
  void aMonthThatSomebodyJoinedInDoesNotCount() {
    facts.member("m1", "客户经理", SEP.start(), false, null);
    facts.member("m2", "客户经理", SEP.start().plusDays(1), false, null);

    assertThat(settle(streak(3)).lines())
        .extracting(Line::subjectId, Line::words)
        .containsExactly(tuple("m1", "建议面谈"), tuple("m2", "提醒：已连续2个月，满3个月时“建议面谈”"));
  }

  @Test
  void onlyPeopleOnProbationAreProposedForEarlyConfirmation() {
    facts.member("m1", "销售", ScriptedFacts.LONG_AGO, true, null).member("m2", "销售");
    for (String id : List.of("m1", "m2")) {
      facts.goal(id, "签单", NOV, "20").goal(id, "签单", OCT, "20");
      facts.value(id, "签单", NOV, "20").value(id, "签单", OCT, "21");
    }
    Rule rule =
        notice("R1", "提前转正建议")
            .of(
                new Audience(
                    Audience.Kind.MEMBERS,
                    List.of(),
                    null,
                    null,
                    null,
                    Audience.Standing.PROBATION))
            .when(
                new Condition(
                    Condition.Of.SELF,
                    value("签单"),
                    new Limit.Goal(GoalLine.BASE),
                    true,
                    null,
                    false,
                    2))
            .rule();

    assertThat(only(rule).working())
        .containsExactly("2026年10月 签单：21单（达到目标20单）", "2026年11月 签单：20单（达到目标20单）");
  }

  @Test
  void missingAndLateReportsCost() {
    facts.member("m1", "销售").member("m2", "销售").missing("m1", NOV, 2).late("m2", NOV, 3);
    Rule missing =
        deduction("R1", new Payout.PerPiece(number("20"), new Measure.MissingReports())).rule();
    Rule late =
        deduction("R2", new Payout.PerPiece(number("0.5"), new Measure.LateReports()))
            .points()
            .rule();

    List<Line> lines = settle(missing, late).lines();

    assertThat(lines)
        .extracting(Line::subjectId, Line::amount)
        .containsExactly(tuple("m1", yuan(40)), tuple("m2", new BigDecimal("1.5")));
    assertThat(lines.get(0).working()).containsExactly("缺日报：2次", "2 × 20元 = 40元");
    assertThat(lines.get(1).working()).containsExactly("迟交日报：3次", "3 × 0.5分 = 1.5分");
  }

  @Test
  void aManagersShareOfTheUnitsInTheirCareMustReachThirtyPercent() {
    facts.member("m1", "经理").member("m2", "经理").member("m3", "经理");
    for (String id : List.of("m1", "m2")) {
      facts.unitsValue(id, "签单", NOV, "10");
    }
    facts.value("m1", "签单", NOV, "3").value("m2", "签单", NOV, "2.5");
    Rule rule =
        reward("R1", fixed("200"))
            .when(Condition.atLeast(new Measure.ShareOfUnits("签单"), number("30")))
            .rule();

    assertThat(only(rule).working()).containsExactly("签单占比：3单 ÷ 单位10单 = 30%（达到30%）", "200元");
  }

  @Test
  void thePersonsAndTheUnitsLineMustBothBeReached() {
    facts.member("m1", "销售", "u1").member("m2", "销售", "u2").member("m3", "销售");
    facts.value("u1", "回款", NOV, "500").goal("u1", "回款", NOV, "500");
    facts.value("u2", "回款", NOV, "499").goal("u2", "回款", NOV, "500");
    List.of("m1", "m2", "m3").forEach(id -> facts.value(id, "回款", NOV, "10000"));
    Rule rule =
        reward("R1", fixed("100"))
            .when(Condition.atLeast(value("回款"), number("10000")))
            .when(
                new Condition(
                    Condition.Of.HOME_UNIT,
                    value("回款"),
                    new Limit.Goal(GoalLine.BASE),
                    true,
                    null,
                    false,
                    1))
            .rule();

    assertThat(only(rule).working())
        .containsExactly("回款：10000元（达到10000元）", "所在单位回款：500元（达到目标500元）", "100元");
  }

  @Test
  void aScoreBelowTheLineMeansATalkAndNoScoreMeansNothing() {
    facts.member("m1", "销售").member("m2", "销售").score("m1", "季度考核", NOV, "59.9");
    Rule rule =
        notice("R1", "建议面谈")
            .when(
                new Condition(
                    Condition.Of.SELF,
                    new Measure.Score("季度考核"),
                    null,
                    false,
                    new Limit.Number(number("60")),
                    false,
                    1))
            .rule();

    assertThat(only(rule).working()).containsExactly("季度考核：59.9分（低于60分）");
  }

  @Test
  void aCompositeShowsItsPartsAndHasNoValueWhenAPartHasNone() {
    facts.member("m1", "销售").member("m2", "销售");
    facts.value("m1", "签单", NOV, "17").goal("m1", "签单", NOV, "20");
    facts.value("m2", "签单", NOV, "17").goal("m2", "签单", NOV, "20");
    facts.score("m1", "职责", NOV, "90");
    Measure composite =
        new Measure.Weighted(
            List.of(
                new Measure.Part(new Measure.Attainment("签单", GoalLine.BASE), number("0.7")),
                new Measure.Part(new Measure.Score("职责"), number("0.3"))));
    Rule rule =
        reward("R1", fixed("300")).when(Condition.atLeast(composite, number("86.5"))).rule();

    assertThat(only(rule).working())
        .containsExactly(
            "签单完成率：17单 ÷ 目标20单 = 85%",
            "职责：90分", "综合分：85 × 0.7 + 90 × 0.3 = 86.5分（达到86.5分）", "300元");
  }

  @Test
  void ofWhatShouldBeLittleTheTargetIsDividedByTheValue() {
    facts.member("m1", "销售").member("m2", "销售");
    facts.value("m1", "退单", NOV, "4").goal("m1", "退单", NOV, "3");
    facts.value("m2", "退单", NOV, "3").goal("m2", "退单", NOV, "3");
    Rule rule =
        reward("R1", fixed("50"))
            .when(Condition.atLeast(new Measure.Attainment("退单", GoalLine.BASE), number("100")))
            .rule();

    assertThat(only(rule).working()).contains("退单完成率：目标3单 ÷ 实际3单 = 100%（达到100%）");
  }

  @Test
  void nothingReportedIsZeroOnlyForWhatAddsUp() {
    facts.member("m1", "销售").goal("m1", "签单", NOV, "2").goal("m1", "资产", NOV, "1000");
    Rule sum =
        deduction("R1", new Payout.PerPiece(number("5"), new Measure.Shortfall("签单"))).rule();
    Rule stock =
        deduction("R2", new Payout.PerPiece(number("5"), new Measure.Shortfall("资产"))).rule();

    assertThat(settle(sum, stock).lines())
        .extracting(Line::ruleId, Line::amount)
        .containsExactly(tuple("R1", yuan(10)));
  }

  @Test
  void aUnitsAwardIsSharedByCoefficientToTheCent() {
    facts.unit("u1", "部门", null).value("u1", "签单", NOV, "9");
    facts.member("m1", "员工", "u1").member("m2", "经理", "u1").member("m3", "员工", "team", "u1");
    facts.member("m4", "员工", "u2");
    Rule rule =
        reward("R1", fixed("1000"))
            .of(Audience.units("部门"))
            .shared(new Sharing(Map.of("经理", number("1")), number("0.3")))
            .rule();

    List<Line> lines = settle(rule).lines();

    assertThat(lines)
        .extracting(Line::subjectId, Line::amount)
        .containsExactly(
            tuple("m1", new BigDecimal("187.5")),
            tuple("m2", yuan(625)),
            tuple("m3", new BigDecimal("187.5")));
    assertThat(lines.get(1).working())
        .containsExactly("1000元", "u1部共1000元", "1000元 × 系数1 ÷ 系数合计1.6 = 625元（不足一分舍去）");
  }

  @Test
  void anAwardOfAUnitWithoutPeopleIsLeftToAPerson() {
    facts.unit("u1", "部门", null);
    Rule rule =
        reward("R1", fixed("1000"))
            .of(Audience.units("部门"))
            .shared(new Sharing(Map.of(), BigDecimal.ONE))
            .rule();

    assertThat(only(rule).open()).isEqualTo("没有可以分配的成员，1000元请定给谁");
  }

  @Test
  void discretionAlwaysWaitsForAPerson() {
    facts.member("m1", "销售").value("m1", "签单", NOV, "0");

    Line line = only(deduction("R1", new Payout.Discretion("视情况")).rule());

    assertThat(line.amount()).isNull();
    assertThat(line.words()).isEqualTo("视情况");
    assertThat(line.open()).isEqualTo("由负责人定金额");
    assertThat(line.working()).isNotEmpty();
  }

  @Test
  void aRefundedMonthPaysNoCommission() {
    facts.member("m1", "销售").value("m1", "回款", NOV, "-300");

    assertThat(settle(reward("R1", new Payout.Percent(yuan(10), value("回款"))).rule()).lines())
        .isEmpty();
  }

  @Test
  void anAudienceOfNobodyAndAMissingTargetAreReported() {
    facts.member("m1", "销售");
    Rule nobody = reward("R1", fixed("5")).of(Audience.position("司机")).rule();
    Rule untargeted =
        deduction("R2", new Payout.PerPiece(yuan(5), new Measure.Shortfall("签单"))).rule();

    assertThat(settle(nobody, untargeted).findings())
        .containsExactly(
            new Outcome.Finding("R1", "R1条：没有适用的人员", true),
            new Outcome.Finding("R2", "R2条：没有设签单目标，本条没有结果"));
  }

  @Test
  void aBandIsClosedAtBothEndsAndNearItsUpperEndTooAPersonDecides() {
    for (String deals : List.of("19", "19.5", "20", "8.5")) {
      facts.member("m" + deals, "销售").value("m" + deals, "签单", NOV, deals);
    }
    Rule rule =
        deduction("R1", fixed("70"))
            .when(Condition.between(value("签单"), yuan(10), yuan(19)))
            .rule();

    assertThat(settle(rule).lines())
        .extracting(Line::subjectId, Line::amount, line -> line.open() == null)
        .containsExactly(tuple("m19", yuan(70), true), tuple("m19.5", null, false));
  }

  @Test
  void aBandOfMoneyHasNoPieceBesideIt() {
    facts.member("m1", "销售").value("m1", "回款", NOV, "9.5").member("m2", "销售");
    facts.value("m2", "回款", NOV, "10");
    Rule rule =
        deduction("R1", fixed("70"))
            .when(Condition.between(value("回款"), yuan(10), yuan(19)))
            .rule();

    Outcome outcome = settle(rule);

    assertThat(outcome.lines()).extracting(Line::subjectId).containsExactly("m2");
    assertThat(outcome.findings()).isEmpty();
  }

  private static Rule streak(int months) {
    return notice("R1", "建议面谈")
        .when(
            new Condition(
                Condition.Of.SELF,
                value("签单"),
                null,
                false,
                new Limit.Number(number("5")),
                false,
                months))
        .guarded(new Guard(null, true, 0))
        .rule();
  }

  private Line only(Rule rule) {
    List<Line> lines = settle(rule).lines();
    assertThat(lines).hasSize(1);
    return lines.get(0);
  }

  private Outcome settle(Rule... rules) {
    return new DefaultEngine().settle(List.of(rules), NOV, null, facts);
  }

  private static BigDecimal yuan(int amount) {
    return BigDecimal.valueOf(amount);
  }
}

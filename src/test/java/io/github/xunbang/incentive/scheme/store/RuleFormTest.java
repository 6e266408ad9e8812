package io.github.xunbang.incentive.scheme.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.incentive.rule.Audience;
import io.github.xunbang.incentive.rule.Condition;
import io.github.xunbang.incentive.rule.Factor;
import io.github.xunbang.incentive.rule.GoalLine;
import io.github.xunbang.incentive.rule.Guard;
import io.github.xunbang.incentive.rule.Limit;
import io.github.xunbang.incentive.rule.Measure;
import io.github.xunbang.incentive.rule.Payout;
import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.rule.Selection;
import io.github.xunbang.incentive.rule.Sharing;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

class RuleFormTest {

  private static final BigDecimal TEN = new BigDecimal("10.50");

  static Stream<Measure> measures() {
    return Stream.of(
        new Measure.Value("k7"),
        new Measure.Attainment("k7", GoalLine.STRETCH),
        new Measure.Attainment("k7", GoalLine.BASE),
        new Measure.Shortfall("k7"),
        new Measure.ShareOfUnits("k7"),
        new Measure.MissingReports(),
        new Measure.LateReports(),
        new Measure.Votes(),
        new Measure.Score("季度考核"),
        new Measure.Weighted(
            List.of(
                new Measure.Part(new Measure.Score("职责"), new BigDecimal("0.3")),
                new Measure.Part(new Measure.Value("k7"), new BigDecimal("0.7")))));
  }

  @ParameterizedTest
  @MethodSource("measures")
  void keepsEveryMeasure(Measure measure) {
    Condition condition =
        new Condition(
            Condition.Of.HOME_UNIT,
            measure,
            new Limit.Goal(GoalLine.STRETCH),
            false,
            new Limit.Number(TEN),
            false,
            3);

    assertKept(
        rule(List.of(condition), new Selection.Best(measure, 3), new Payout.Percent(TEN, measure)));
  }

  static Stream<Payout> payouts() {
    Measure value = new Measure.Value("k7");
    return Stream.of(
        new Payout.Fixed(TEN),
        new Payout.Tiers(
            List.of(new Payout.Tier(1, 1, TEN), new Payout.Tier(2, 5, BigDecimal.ONE))),
        new Payout.PerPiece(TEN, value),
        new Payout.Bands(value, List.of(new Payout.Band(BigDecimal.ZERO, TEN))),
        new Payout.Words("待改进"),
        new Payout.Discretion("视情况"));
  }

  @ParameterizedTest
  @MethodSource("payouts")
  void keepsEveryPayout(Payout payout) {
    assertKept(rule(List.of(), new Selection.Last(new Measure.Votes(), 1), payout));
  }

  @Test
  void keepsAudienceRaceFactorSharingAndGuard() {
    Rule rule =
        new Rule(
            "R12",
            "先到预算线",
            Rule.Sense.NOTICE,
            Rule.Currency.POINTS,
            PeriodType.CAMPAIGN,
            "业务竞赛",
            new Audience(
                Audience.Kind.UNITS, List.of("经理"), "u3", "城市", "A", Audience.Standing.PROBATION),
            List.of(),
            new Selection.Race(
                "k7", new Limit.Goal(GoalLine.STRETCH), 3, new Limit.Number(new BigDecimal("5"))),
            new Payout.Fixed(TEN),
            new Factor.ByUnit(Map.of("u1", new BigDecimal("1.2"), "u2", BigDecimal.ONE)),
            new Sharing(Map.of("经理.甲", BigDecimal.ONE), new BigDecimal("0.5")),
            new Guard(new BigDecimal("500"), true, 6));

    assertKept(rule);
    assertKept(
        new Rule(
            "R1",
            "部门系数",
            Rule.Sense.REWARD,
            Rule.Currency.YUAN,
            PeriodType.HALF_MONTH,
            null,
            Audience.EVERYBODY,
            List.of(Condition.between(new Measure.Value("k7"), BigDecimal.ONE, TEN)),
            new Selection.Everyone(),
            new Payout.Fixed(TEN),
            new Factor.UnitAttainment("k7", new BigDecimal("0.8"), new BigDecimal("1.2")),
            null,
            Guard.NONE));
  }

  @Test
  void namesEveryMetricOfATemplateOnceAndGivesItsId() {
    Map<String, Object> plain =
        new Yaml()
            .load(
                """
                title: 签单提成
                conditions:
                  - {measure: {value: 签单}, min: 10}
                payout: {percent: 10, of: {value: 回款}}
                """);

    assertThat(RuleForm.metrics(plain)).containsExactlyInAnyOrder("签单", "回款");
    assertThat(RuleForm.read(plain, name -> "id-" + name).conditions())
        .containsExactly(Condition.atLeast(new Measure.Value("id-签单"), BigDecimal.TEN));
  }

  @Test
  void refusesAMisspelledKeyAndSaysWhere() {
    Map<String, Object> plain =
        new Yaml().load("{title: 提成, payout: {percent: 10, off: {value: 回款}}}");

    assertThatThrownBy(() -> RuleForm.read(plain, UnaryOperator.identity()))
        .hasMessageContaining("提成.payout");
    assertThatThrownBy(
            () ->
                RuleForm.read(
                    Map.of("title", "提成", "payout", Map.of("fixed", 5), "periode", "week"),
                    UnaryOperator.identity()))
        .hasMessage("提成: unknown periode");
  }

  private static void assertKept(Rule rule) {
    assertThat(RuleForm.read(RuleForm.write(rule), UnaryOperator.identity())).isEqualTo(rule);
  }

  private static Rule rule(List<Condition> conditions, Selection selection, Payout payout) {
    return new Rule(
        "R1",
        "条目",
        Rule.Sense.DEDUCTION,
        Rule.Currency.YUAN,
        PeriodType.MONTH,
        null,
        Audience.position("电话营销员"),
        conditions,
        selection,
        payout,
        null,
        null,
        Guard.NONE);
  }
}

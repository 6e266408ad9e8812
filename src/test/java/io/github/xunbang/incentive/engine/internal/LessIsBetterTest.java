package io.github.xunbang.incentive.engine.internal;

import static io.github.xunbang.incentive.engine.TestRule.fixed;
import static io.github.xunbang.incentive.engine.TestRule.number;
import static io.github.xunbang.incentive.engine.TestRule.reward;
import static io.github.xunbang.incentive.engine.TestRule.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.incentive.engine.Line;
import io.github.xunbang.incentive.engine.ScriptedFacts;
import io.github.xunbang.incentive.engine.TestRule;
import io.github.xunbang.incentive.rule.Condition;
import io.github.xunbang.incentive.rule.Factor;
import io.github.xunbang.incentive.rule.GoalLine;
import io.github.xunbang.incentive.rule.Limit;
import io.github.xunbang.incentive.rule.Measure;
import io.github.xunbang.incentive.rule.Payout;
import io.github.xunbang.incentive.rule.Selection;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Figures of which less is better: silence is no merit, and none at all is the best there is. */
class LessIsBetterTest {

  private static final Period NOV = Period.containing(PeriodType.MONTH, LocalDate.of(2026, 11, 1));
  private static final Measure ATTAINMENT = new Measure.Attainment("退单", GoalLine.BASE);

  private final ScriptedFacts facts =
      new ScriptedFacts()
          .metric("退单", "单", true, true, false)
          .member("m1", "销售", "u1")
          .member("m2", "销售", "u1")
          .member("m3", "销售", "u2");

  @Test
  void whoNeverReportedDoesNotComeFirstNorMeetsAnUpperLimit() {
    facts.value("m2", "退单", NOV, "2").value("m3", "退单", NOV, "1");
    Condition atMostOne =
        new Condition(
            Condition.Of.SELF, value("退单"), null, false, new Limit.Number(BigDecimal.ONE), true, 1);

    assertThat(lines(reward("R1", fixed("100")).best("退单", 1)))
        .extracting(Line::subjectId)
        .containsExactly("m3");
    assertThat(lines(reward("R1", fixed("100")).when(atMostOne)))
        .extracting(Line::subjectId)
        .containsExactly("m3");
  }

  @Test
  void noneAtAllAttainsEveryTargetAndStandsAboveOneThatIsOnlyMet() {
    everybodyMayHaveTwo();
    facts.value("m1", "退单", NOV, "2").value("m2", "退单", NOV, "0").value("m3", "退单", NOV, "4");

    List<Line> attained =
        lines(reward("R1", fixed("100")).when(Condition.atLeast(ATTAINMENT, number("150"))));
    List<Line> best = lines(reward("R1", fixed("100")).select(new Selection.Best(ATTAINMENT, 1)));

    assertThat(attained).extracting(Line::subjectId).containsExactly("m2");
    assertThat(attained.get(0).working())
        .containsExactly("退单完成率：目标2单 ÷ 实际0单 = 一个没有，算全部达成（达到150%）", "100元");
    assertThat(best).extracting(Line::subjectId).containsExactly("m2");
  }

  @Test
  void noneAtAllReachesTheHighestBandAndTheGreatestFactorButIsNoBaseForMoney() {
    everybodyMayHaveTwo();
    facts.value("m1", "退单", NOV, "0").value("u1", "退单", NOV, "0").goal("u1", "退单", NOV, "4");
    Payout bands =
        new Payout.Bands(
            ATTAINMENT,
            List.of(
                new Payout.Band(number("80"), number("50")),
                new Payout.Band(number("120"), number("90"))));
    Payout percent = new Payout.Percent(number("10"), ATTAINMENT);
    Factor factor = new Factor.UnitAttainment("退单", number("0.8"), number("1.5"));
    Measure mixed =
        new Measure.Weighted(
            List.of(
                new Measure.Part(ATTAINMENT, number("0.5")),
                new Measure.Part(ATTAINMENT, number("0"))));

    assertThat(lines(reward("R1", bands))).extracting(Line::amount).containsExactly(number("90"));
    assertThat(lines(reward("R1", percent))).isEmpty();
    assertThat(lines(reward("R1", new Payout.PerPiece(number("1"), mixed)))).isEmpty();
    assertThat(lines(reward("R1", fixed("100")).times(factor)))
        .extracting(Line::amount)
        .contains(number("150"));
  }

  private void everybodyMayHaveTwo() {
    for (String id : List.of("m1", "m2", "m3")) {
      facts.goal(id, "退单", NOV, "2");
    }
  }

  private List<Line> lines(TestRule rule) {
    return new DefaultEngine().settle(List.of(rule.rule()), NOV, null, facts).lines();
  }
}

package io.github.xunbang.incentive.scheme.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.rule.Scheme;
import io.github.xunbang.incentive.scheme.RuleChecks.Problem;
import io.github.xunbang.incentive.scheme.language.ATeam;
import io.github.xunbang.incentive.scheme.language.Lines;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoundRulesTest {

  private final SoundRules checks = new SoundRules(new ATeam());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          业绩 月 第1名500 3名200              | 业绩前3名：第2名没写金额，例如：业绩 月 第1名500 2名300 3名200
          业绩 月 前5 第1名500 2-3名200        | 业绩前5名：第4到5名没写金额，例如：业绩 月 第1名500 2名300 3名200
          业绩 月 第1-3名500 2名200            | 业绩前3名：第2名写了两个金额，请只留一个
          签单 月 10%                          | 签单提成：只有金额类指标（业绩、回款）能按比例给，例如：方案 加 签单 月 满10 回款 10%
          缺报 月 门店 每次10元                | 缺报：缺报、迟报、口碑、考核按人算，不能按单位，去掉单位那个词再发
          签单 月 满10 200 满10 300            | 签单分档：两档从同一个数开始，分不清给哪档，请改一档
          """)
  void aRuleThatCannotWorkIsRefused(String line, String problem) {
    assertThat(problems(null, line)).containsExactly(new Problem(true, problem));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          业绩 月 前三 500 300 200 后三 待改进 | 业绩后3名：现在一共5个，前3名和后3名不能碰头，后3名只取后2名
          签单 月 每单20 岗位电话销售员        | 现在没有人是“电话销售员”（签单按单计，是不是“电话营销员”？）
          签单 月 每单20 岗位美容师            | 现在没有人是“美容师”（签单按单计）
          业绩 月 小组 前三 500 300 200        | 现在没有人（或单位）符合，先不会有结果（业绩前3名）
          """)
  void whatIsOddIsOnlyWarnedAbout(String line, String problem) {
    assertThat(problems(null, line)).containsExactly(new Problem(false, problem));
  }

  @Test
  void bandsThatShareANumberArePaidTwiceAndRefused() {
    String one = "签单 月 少1单扣70 10到19单 电话营销员";

    assertThat(problems(null, one, "签单 月 少1单扣50 19到23单 全员"))
        .containsExactly(new Problem(true, "少签单 和 少签单 的区间有重叠，同一个数会算两次，请改其中一条"));
    assertThat(problems(null, one, "签单 月 少1单扣70 10到23单 业务员")).isEmpty();
    assertThat(problems(null, one, "签单 月 少1单扣50 20到23单 电话营销员")).isEmpty();
  }

  @Test
  void theContestPaysExactlyItsBudget() {
    String race = "业绩 活动五月开门红 门店 最先完成奋斗目标 10000 8000 6000 不足由基础目标补";
    String best = "业绩 活动五月开门红 前35 第1名5000 2名4000 3名3000 4-15名2000 16-35名1000";

    assertThat(problems(cap(80_000, PeriodType.CAMPAIGN), race, best)).isEmpty();
    assertThat(problems(cap(79_999, PeriodType.CAMPAIGN), race, best))
        .containsExactly(
            new Problem(true, "最多会发80000元，超过预算79999元：业绩争先 24000 + 业绩前35名 56000。请减金额、名次或加预算"));
  }

  @Test
  void aRuleWithoutUpperEndNeedsOneUnderACap() {
    assertThat(problems(cap(10_000, PeriodType.MONTH), "签单 月 每单20"))
        .containsExactly(new Problem(true, "签单按单计：有预算时每条都要有上限。请先加封顶，例如：方案 加 签单 月 每单20 封顶2000"));
    assertThat(problems(cap(10_000, PeriodType.MONTH), "签单 月 每单20 封顶2000")).isEmpty();
    assertThat(problems(cap(9_999, PeriodType.MONTH), "签单 月 每单20 封顶2000")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "签单 月 满30 500, MONTH, 2500",
    "签单 月 满30 500, YEAR, 30000",
    "签单 周 满30 500, MONTH, 12500",
    "签单 旬 前三 各100, QUARTER, 2700",
    "签单 季 满30 500, MONTH, 2500",
    "签单 月 满30 500 满40 800 业务员, MONTH, 800",
    "签单 月 前三 500 300 200 封顶400, MONTH, 900",
    "签单 月 满30 500 乘业绩完成率 0.8到1.2, MONTH, 3000",
    "签单 月 挂零 扣200, MONTH, 0",
    "签单 月 每单20积分, MONTH, 0"
  })
  void theMostThatARulePays(String line, PeriodType period, BigDecimal most) {
    assertThat(
            checks.maximum(
                rules(line), new Scheme.Cap(BigDecimal.ONE, period), ATeam.team(), ATeam.TODAY))
        .hasValueSatisfying(sum -> assertThat(sum).isEqualByComparingTo(most));
  }

  private List<Problem> problems(Scheme.Cap cap, String... lines) {
    return checks.problems(rules(lines), cap, ATeam.team(), ATeam.TODAY);
  }

  private static List<Rule> rules(String... lines) {
    return Lines.read(lines);
  }

  private static Scheme.Cap cap(int amount, PeriodType period) {
    return new Scheme.Cap(BigDecimal.valueOf(amount), period);
  }
}

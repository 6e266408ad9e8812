package io.github.xunbang.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.FrontDoorTest;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/** The same question asked in several ways gets one number. */
class SameNumberIT extends FrontDoorTest {

  private final String group = newGroup();

  @Test
  void myOwnMonthIsTheSettlementMonthLikeEverybodyElses() {
    at(LocalDateTime.of(2026, 10, 1, 9, 0));
    say(group, "老板", "设置 结算日 30");
    enrol();
    at(LocalDateTime.of(2026, 12, 30, 20, 0));
    say(group, "张敏", "业绩100元");
    at(LocalDateTime.of(2026, 12, 31, 20, 0));
    say(group, "老板", "目标 张敏 业绩 本月 400元");

    assertThat(say(group, "张敏", "业绩200元")).contains("本月业绩 200/400（50%）");
    assertThat(say(group, "张敏", "我的")).contains("\n本月：业绩200\n", "本月业绩 200/400（50%）");
    assertThat(say(group, "张敏", "目标")).contains("业绩 200/400元 50%");
    assertThat(say(group, "张敏", "排名 业绩 本月")).contains("1. 张敏 200元");
    assertThat(say(group, "张敏", "为什么 业绩 本月")).startsWith("张敏 业绩 2027年1月：200元");
    assertThat(say(group, "老板", "战报 业绩 本月")).contains("合计：业绩 200元");
  }

  @Test
  void metricsThatDoNotAddUpAreRolledUpAndDerivedOnesWorkedOut() {
    enrol();
    say(group, "老板", "指标 新增 费用率 % 越低越好 期末 0-60");
    say(group, "老板", "指标 新增 转化率 = 签单 / 意向");
    say(group, "张敏", "昨天 费用率 10% 意向8 签单1");
    say(group, "张敏", "费用率 11% 意向5 签单2");

    assertThat(say(group, "张敏", "我的")).contains("费用率11% 转化率23.08%").doesNotContain("21");
    assertThat(say(group, "张敏", "排名 转化率 本月")).contains("1. 张敏 23.08%");
    assertThat(say(group, "张敏", "为什么 转化率 本月")).contains("3÷13×100=23.08%");
  }

  @Test
  void aRateWithoutDenominatorIsADashEverywhere() {
    enrol();
    say(group, "老板", "指标 新增 转化率 = 签单 / 意向");
    say(group, "张敏", "意向0 签单1");

    assertThat(say(group, "张敏", "为什么 转化率 本月")).contains("转化率 2026年12月：—", "分母是0");
    assertThat(say(group, "张敏", "我的")).doesNotContain("转化率", "NaN");
  }

  @Test
  void aUnitsSumIsExplainedByWhatUnitsAndPeopleReported() {
    say(group, "老板", "门店\n一区\n五店 一区\n八店 一区");
    say(group, "老板", "加人\n张敏 业务员 五店");
    enrol();
    at(LocalDateTime.of(2026, 12, 4, 20, 0));
    say(group, "张敏", "业绩3万");
    say(group, "老板", "五店 业绩 5000元");

    assertThat(say(group, "老板", "为什么 五店 业绩 本月")).contains("5000元+3万=3.5万");
    assertThat(say(group, "老板", "为什么 一区 业绩 本月")).contains("5000元+3万=3.5万");
    assertThat(say(group, "老板", "排名 门店 业绩 本月")).contains("1. 五店 3.5万");
  }

  private void enrol() {
    say(group, "老板", "成员");
    say(group, "老板", "加人\n张敏 业务员");
    say(group, "张敏", "我是 张敏");
  }
}

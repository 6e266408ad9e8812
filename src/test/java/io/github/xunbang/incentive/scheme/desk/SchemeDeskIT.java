package io.github.xunbang.incentive.scheme.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.FrontDoorTest;
import java.time.LocalDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 方案 through the front door: what a manager writes, starts, stops and tries. */
class SchemeDeskIT extends FrontDoorTest {

  private static final String TOP_THREE = "业绩 月 前三 500 300 200";

  private String group;
  private String mark;
  private String manager;

  @BeforeEach
  void aTeamOfThreeWithLastMonthReported() {
    group = newGroup();
    mark = newTeamMark();
    manager = "王经理" + mark;
    at(LocalDateTime.of(2026, 11, 20, 20, 0));
    say(group, manager, "成员");
    for (String name : new String[] {"张敏", "李强", "赵兰"}) {
      say(group, name + mark, "我是 " + name + mark + " 电话营销员 一组");
    }
    say(group, "张敏" + mark, "业绩3万 签单3");
    say(group, "李强" + mark, "业绩2万 签单2");
    say(group, "赵兰" + mark, "业绩1万 签单1");
    at(THURSDAY_EVENING);
  }

  @Test
  void aWrittenRuleIsADraftBesideLastMonthAndStartsWhenTheManagerSaysSo() {
    String draft = say(group, manager, "方案 加 " + TOP_THREE);

    assertThat(draft)
        .contains("已写成草稿 F1", "还不算数", "照上一期：R1 3人1000元", "方案 生效 F1")
        .doesNotContain("张敏");
    assertThat(say(group, manager, "方案")).contains("F1 ", "草稿（1条）", "现成的还有：电销、门店");

    assertThat(say(group, manager, "方案 生效 F1")).contains("第1版生效", "按月的从2026年12月算");

    assertThat(say(group, manager, "方案")).contains("第1版执行（12月1日起，1条）");
    assertThat(say(group, manager, "方案 生效 F1")).contains("第1版生效");
  }

  @Test
  void theSameLineTwiceIsOneRuleAndAnotherOneJoinsTheScheme() {
    say(group, manager, "方案 加 " + TOP_THREE);
    assertThat(say(group, manager, "方案 加 " + TOP_THREE)).contains("F1", "R1").doesNotContain("R2");

    assertThat(say(group, manager, "方案 加 F1 签单 月 前三 300 200 100")).contains("F1", "第2版", "R2");

    assertThat(say(group, manager, "方案 F1")).contains("R1 ", "R2 ", "负责" + manager, "异议7天");
  }

  @Test
  void oldMonthsKeepTheVersionThatWasInForceThen() {
    say(group, manager, "方案 加 " + TOP_THREE);
    say(group, manager, "方案 生效 F1");
    at(LocalDateTime.of(2027, 1, 5, 20, 0));

    assertThat(say(group, manager, "方案 加 F1 签单 月 前三 300 200 100")).contains("第2版");
    assertThat(say(group, manager, "方案 生效 F1 2026-12-01"))
        .contains("已经结束", "最早从1月1日", "方案 生效 F1 2027-01-01");
    assertThat(say(group, manager, "方案 生效 F1 12月15日")).contains("最早从1月1日");
    assertThat(say(group, manager, "方案 生效 F1 下月")).contains("第2版生效", "从2027年2月算");

    assertThat(say(group, manager, "方案")).contains("第1版执行（12月1日起，1条），第2版执行（2月1日起，2条）");
  }

  @Test
  void aRuleOfXunNeverChangesAXunThatIsOver() {
    at(LocalDateTime.of(2026, 12, 15, 20, 0));
    say(group, manager, "方案 加 业绩 旬 前三 100 80 50");
    assertThat(say(group, manager, "方案 生效 F1 12月1日")).contains("已经结束", "最早从12月11日");
    assertThat(say(group, manager, "方案 生效 F1")).contains("从12月11日");
    say(group, manager, "方案 加 F1 签单 旬 前三 300 200 100");

    assertThat(say(group, manager, "方案 生效 F1")).contains("从12月11日(周五)起：按旬的从2026年12月中旬算");
  }

  @Test
  void stopsARuleOrAWholeSchemeAndDropsDrafts() {
    say(group, manager, "方案 加 " + TOP_THREE);
    assertThat(say(group, manager, "方案 停 F1")).contains("草稿里的F1").contains("撤掉");
    assertThat(say(group, manager, "方案 停 F1")).contains("已经停了");

    say(group, manager, "方案 加 F1 " + TOP_THREE);
    say(group, manager, "方案 加 F1 签单 月 前三 300 200 100");
    say(group, manager, "方案 生效 F1");
    assertThat(say(group, manager, "方案 停 R2 下月")).contains("已停用R2", "1月1日(周五)");
    assertThat(say(group, manager, "方案 停 R9")).contains("没有R9");
    assertThat(say(group, manager, "方案 停 F1 下月")).contains("已停用F1");

    assertThat(say(group, manager, "方案 生效 F1")).contains("没有草稿");
  }

  @Test
  void whatIsStoppedStaysStoppedWhateverWasPlannedForLater() {
    say(group, manager, "方案 加 " + TOP_THREE);
    say(group, manager, "方案 生效 F1");
    say(group, manager, "规则 改 R1 金额 900 600 300");
    assertThat(say(group, manager, "方案 生效 F1 下月")).contains("第2版生效");
    assertThat(say(group, manager, "方案 停 F1")).contains("已停用F1");

    at(LocalDateTime.of(2027, 1, 5, 20, 0));

    assertThat(say(group, manager, "规则")).doesNotContain("900");
    assertThat(say(group, manager, "方案")).doesNotContain("第2版执行");
  }

  @Test
  void aSecondPersonApprovesBeforeAVersionIsInForce() {
    String second = "赵总" + mark;
    say(group, second, "我是 " + second);
    assertThat(say(group, manager, "设置 方案复核 " + second)).contains("还不是经理");
    say(group, manager, "任命 " + second + " 经理");
    assertThat(say(group, manager, "设置 方案复核 没这人")).contains("团队里没有");
    say(group, manager, "设置 方案复核 " + second);
    say(group, manager, "方案 加 " + TOP_THREE);

    String filed = say(group, manager, "方案 生效 F1");

    assertThat(filed).contains("还没生效", "等" + second + "复核（待批 #1）");
    assertThat(say(group, manager, "方案")).contains("第1版待复核");
    assertThat(say(group, manager, "批准 1")).doesNotContain("已批准");
    assertThat(say(group, second, "批准 1")).contains("已批准：奖惩方案 F1", "从12月1日");
    assertThat(say(group, manager, "方案")).contains("第1版执行");
    say(group, manager, "方案 加 F1 签单 月 前三 300 200 100");
    say(group, manager, "方案 生效 F1");
    assertThat(say(group, second, "驳回 2 太多")).contains("已驳回", "太多");
    assertThat(say(group, manager, "方案")).contains("第1版执行", "第2版草稿");
    assertThat(say(group, second, "方案 生效 F1")).contains("复核人就是" + second);
  }

  @Test
  void budgetOwnerObjectionAndNameAreSetInOneLineEach() {
    say(group, manager, "方案 加 " + TOP_THREE);

    assertThat(say(group, manager, "方案 预算 F1 80000 每季")).contains("每季80000元");
    assertThat(say(group, manager, "方案 预算 F1 8万")).contains("每月80000元");
    assertThat(say(group, manager, "方案 预算 F1 多多")).contains("请这样写：方案 预算 F1 80000 每月");
    assertThat(say(group, manager, "方案 负责 F1 张敏" + mark)).contains("由张敏" + mark + "负责");
    assertThat(say(group, manager, "方案 负责 F1 没这人")).contains("没有“没这人”");
    assertThat(say(group, manager, "方案 异议 F1 10天")).contains("10天内");
    assertThat(say(group, manager, "方案 异议 F1 0天")).contains("1到60天");
    assertThat(say(group, manager, "方案 改名 F1 冲刺奖")).contains("→ 冲刺奖");
    assertThat(say(group, manager, "方案 改名 F1 F2")).contains("2到12个字");
    assertThat(say(group, manager, "方案 冲刺奖"))
        .contains("F1 冲刺奖", "负责张敏" + mark + "，异议10天，预算每月80000元");
    assertThat(say(group, manager, "方案 预算 冲刺奖 无")).contains("不设预算");
  }

  @Test
  void aRehearsalNamesPeopleInPrivateOnly() {
    say(group, manager, "方案 加 " + TOP_THREE);

    assertThat(say(group, manager, "方案 试算 草稿 上月")).doesNotContain("张敏");
    String privately = sayPrivately(manager, "方案 试算 F1 上月");
    assertThat(privately).contains("2026年11月，不算数", "张敏" + mark + "500元", "共1000元", "合计：拟奖励1000元");
    assertThat(sayPrivately(manager, "方案 试算 R1 上月"))
        .contains("张敏" + mark + " 500元：", "合计：拟奖励1000元");
    assertThat(sayPrivately(manager, "方案 试算 F1 下月")).contains("不是能试算的时间");
    assertThat(sayPrivately(manager, "方案 试算 F3 上月")).contains("没有“F3”", "F1");
  }

  @Test
  void aShippedSchemeIsAdoptedOnceAndAsksForWhatIsMissing() {
    assertThat(say(group, manager, "方案 采用 电销")).contains("F1 “电销”第1版生效", "草稿，不算数：", "超额加提");
    assertThat(say(group, manager, "方案 采用 电销")).contains("F1 “电销”第1版生效");
    assertThat(say(group, manager, "方案 采用 火箭")).contains("可选：电销、门店、竞赛、经纪、信用社");
    assertThat(say(group, manager, "方案 采用 信用社")).contains("存款、贷款", "指标 新增 存款 元");

    say(group, manager, "指标 新增 保费 元");
    assertThat(say(group, manager, "方案 采用 竞赛")).contains("设置 活动 业务竞赛 2026-12-01到2026-12-31");
    say(group, manager, "设置 活动 开门红 11-15到12-31");
    assertThat(say(group, manager, "方案 采用 竞赛")).contains("F3 “竞赛”第1版生效", "从11月15日");
  }

  @Test
  void nobodyStartsMoreThanOneSees() {
    String adopted = say(group, manager, "方案 采用 电销");
    assertThat(adopted).contains("草稿，不算数：F2 超额加提", "现在没有人是“业务员”（R4、R6、R9）");
    assertThat(adopted).containsOnlyOnce("注意：").doesNotContain("R12 超额");

    assertThat(say(group, manager, "规则 改R5金额80元")).contains("第2版草稿，R5").doesNotContain("会一起生效");
    assertThat(say(group, manager, "方案 加 F1 签单 月 满30 500")).contains("草稿里还有改动，会一起生效：改R5");
    String started = say(group, manager, "方案 生效 F1");

    assertThat(started)
        .contains("第3版生效，共12条")
        .contains("改 R5 电销少签单：比目标每少1单绩效扣减建议70元 → 比目标每少1单绩效扣减建议80元")
        .contains("新 R13 ")
        .doesNotContain("超额加提");
    assertThat(say(group, manager, "方案 生效 F1 下月")).contains("没有新草稿", "第3版从12月1日(周二)起", "没有改动");
    assertThat(say(group, manager, "方案 生效 F2 下月")).contains("F2 “超额加提”第1版生效", "条目：R12 超额加提");
  }

  @Test
  void whatIsHalfSaidStopsAndStartsNothing() {
    say(group, manager, "方案 加 " + TOP_THREE);
    say(group, manager, "方案 生效 F1");

    assertThat(say(group, manager, "方案 停")).contains("停哪个", "没有改动", "方案 停 F1");
    assertThat(say(group, manager, "方案")).contains("第1版执行");
    assertThat(say(group, manager, "方案 采用")).contains("可选：电销、").doesNotContain("“”");
    assertThat(say(group, manager, "方案 异议 F1 十天")).contains("10天内");
    assertThat(say(group, manager, "规则 改 R1 金额 100 200 300")).contains("后面的名次金额反而更多");
    assertThat(say(group, manager, "方案 加 F1 签单 月 每单20")).contains("R2");
    assertThat(say(group, manager, "方案 预算 F1 5000 每月")).contains("规则 改 R2 封顶 2000");
  }

  @Test
  void onlyAManagerTouchesSchemes() {
    for (String line : new String[] {"方案 采用 电销", "方案 加 " + TOP_THREE, "方案 试算 F1 上月", "方案"}) {
      assertThat(say(group, "张敏" + mark, line)).contains("经理").doesNotContain("F1 ");
    }
  }
}

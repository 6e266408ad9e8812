package io.github.xunbang.digest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.FrontDoorTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 战报 as managers and leaders ask for it. */
class DaySummaryIT extends FrontDoorTest {

  private final String group = newGroup();

  @BeforeEach
  void reportADay() {
    say(group, "老板", "门店\n一区\n五店 一区\n八店 一区");
    say(group, "老板", "加人\n张敏 业务员 五店\n李强 业务员 五店\n王芳 业务员 八店\n赵六 业务员 八店");
    for (String name : new String[] {"张敏", "李强", "王芳", "赵六"}) {
      say(group, name, "我是 " + name);
    }
    say(group, "张敏", "签单2 业绩2万");
    say(group, "李强", "签单2 业绩5000元");
    say(group, "王芳", "签单1 业绩3万");
  }

  @Test
  void aManagerReadsTotalsTheFirstThreeAndHowManyAreMissing() {
    assertThat(say(group, "老板", "战报"))
        .isEqualTo(
            """
            【战报】12月3日(周四)
            合计：签单 5单，业绩 5.5万
            前三 签单：张敏 2单、李强 2单、王芳 1单
            前三 业绩：王芳 3万、张敏 2万、李强 5000元
            还有1人没报，看名单请发：谁没报""");
    assertThat(say(group, "老板", "谁没报")).endsWith("还有1人没报：赵六");
  }

  @Test
  void periodMetricAndUnitStandInAnyOrder() {
    String one = say(group, "老板", "战报 五店 业绩 本月");

    assertThat(one).isEqualTo("【战报】五店 2026年12月\n合计：业绩 2.5万\n前三 业绩：张敏 2万、李强 5000元");
    assertThat(say(group, "老板", "战报 本月 五店 业绩")).isEqualTo(one);
    assertThat(say(group, "老板", "目标 五店 业绩 本月 5万")).startsWith("已定");
    assertThat(say(group, "老板", "目标 五店 业绩 本月")).contains("业绩 2.5万/5万 50%");
  }

  @Test
  void aLeaderReadsTheOwnUnitAndAMemberNothing() {
    say(group, "老板", "任命 李强 组长");

    assertThat(say(group, "李强", "战报")).startsWith("【战报】五店 12月3日(周四)\n合计：签单 4单，业绩 2.5万");
    assertThat(say(group, "李强", "战报 八店")).isEqualTo("战报只能看自己带的单位。请发：战报 五店");
    assertThat(say(group, "王芳", "战报")).contains("要组长或经理来发");
    assertThat(say(group, "王芳", "战报 签单4")).startsWith("已登记 12月3日(周四)：签单4");
  }
}

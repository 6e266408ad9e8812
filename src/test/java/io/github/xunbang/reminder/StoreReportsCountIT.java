package io.github.xunbang.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.FrontDoorTest;
import org.junit.jupiter.api.Test;

/** 谁没报 of people who report for the stores in their care. */
class StoreReportsCountIT extends FrontDoorTest {

  @Test
  void whoReportedAStoreHasReportedAndTheOthersHaveNot() {
    String group = newGroup();
    say(group, "老板", "帮助");
    say(group, "老板", "门店\n一区\n五店 一区\n八店 一区");
    say(group, "老板", "加人\n车娟 小区经理 一区\n李强 小区经理 一区");
    say(group, "老板", "负责\n车娟 五店\n李强 八店");
    say(group, "车娟", "我是 车娟");

    say(group, "车娟", "五店 业绩 2万");

    assertThat(say(group, "老板", "谁没报")).isEqualTo("12月3日(周四) 还有1人没报：李强");
    say(group, "老板", "八店 业绩 2万");
    assertThat(say(group, "老板", "谁没报")).isEqualTo("12月3日(周四) 还有1人没报：李强");
    say(group, "车娟", "撤销");
    assertThat(say(group, "老板", "谁没报")).contains("还有2人没报：车娟、李强");
  }
}

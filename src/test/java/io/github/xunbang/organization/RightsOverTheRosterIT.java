package io.github.xunbang.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.xunbang.FrontDoorTest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What members cannot change about themselves, and what the record of acts holds. */
class RightsOverTheRosterIT extends FrontDoorTest {

  private String group;
  private String boss;

  @BeforeEach
  void open() {
    group = newGroup();
    boss = "总监" + group.replace("-", "");
    boss("帮助");
    boss("门店\n一区\n五店 一区\n八店 一区");
    boss("加人\n车娟 导购 五店\n李强 导购 八店");
  }

  @Test
  void nobodyMovesToAnotherStoreToReportItsFigures() {
    say(group, "车娟", "我是 车娟");

    assertThat(say(group, "车娟", "我是 车娟 店长 八店"))
        .isEqualTo("已登记：车娟 · 导购 · 五店\n岗位和小组以名单为准，要改请经理发：加人 车娟 岗位 小组");
    assertThat(say(group, "车娟", "八店 业绩 5万")).contains("没有登记");
    assertThat(boss("加人 车娟 店长 八店")).isEqualTo("改了1：车娟 店长 八店");
    assertThat(say(group, "车娟", "八店 业绩 5万")).startsWith("已登记");
  }

  @Test
  void aClaimedLeaderIsConfirmedByTheManagerWhoIsAskedTo() {
    boss("任命 李强 组长");

    say(group, "李强", "我是 李强");

    assertThat(say(group, "李强", "谁没报")).contains("要组长或经理来发");
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () -> assertThat(privatePosts()).contains("“李强”刚由本人认领").contains("是本人就再确认一次：任命 李强 组长"));
    boss("任命 李强 组长");
    assertThat(say(group, "李强", "谁没报")).contains("没报");
  }

  @Test
  void questionsAreNoActs() {
    boss("门店 五店");
    boss("设置 结算日");
    boss("设置 本群");
    boss("负责 车娟");
    boss("岗位 车娟");
    boss("代理");

    assertThat(boss("管理记录")).startsWith("12月的管理记录，共2条：\n").contains("加人 车娟", "门店 一区");
  }

  @Test
  void withoutDeputiesTheWordSaysHowToNameOne() {
    assertThat(boss("代理")).isEqualTo("现在没有代理。请这样写：代理 李强 到 12-31");
  }

  @Test
  void privateMessagesOfSomebodyInManyTeamsAreAskedShortly() {
    for (int team = 0; team < 29; team++) {
      say(newGroup(), boss, "帮助");
    }

    String asked = sayPrivately(boss, "意向5");

    assertThat(asked).startsWith("你在30个团队里").endsWith("别的也一样：切换 团队名").hasLineCount(10);
    assertThat(sayPrivately(boss, "切换")).endsWith("共30个，别的发：切换 团队名").hasLineCount(10);
    assertThat(sayPrivately(boss, "切换 0")).startsWith("私聊算哪个团队");
    assertThat(sayPrivately(boss, "切换 30")).startsWith("以后私聊都算");
  }

  @Test
  void aGroupThatWasMovedToAnotherTeamIsAskedAboutNoMore() {
    String fresh = newGroup();
    String owner = "店主" + fresh.replace("-", "");
    say(fresh, owner, "帮助");

    say(fresh, owner, "绑定 陶瓷" + fresh.replace("-", ""));

    assertThat(sayPrivately(owner, "我的")).doesNotContain("个团队里");
  }

  private String privatePosts() {
    return send("GET", "/simulator/api/users/" + encodedBoss() + "/messages?after=0", null).body();
  }

  private String encodedBoss() {
    return java.net.URLEncoder.encode(boss, java.nio.charset.StandardCharsets.UTF_8);
  }

  private String boss(String line) {
    return say(group, boss, line);
  }
}

package io.github.xunbang.deal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.FrontDoorTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What a team does with its deals over some weeks: words in any order, chases, leavers, feeds. */
class DealHabitsIT extends FrontDoorTest {

  private String group;
  private String boss;
  private String zhang;
  private String li;

  @BeforeEach
  void aTeamThatCountsDeals() {
    String team = newTeamMark();
    group = newGroup();
    boss = "方总" + team;
    zhang = "张敏" + team;
    li = "李强" + team;
    at(LocalDateTime.of(2026, 12, 1, 9, 10));
    say(group, boss, "成员");
    say(group, zhang, "我是 " + zhang);
    say(group, li, "我是 " + li);
    assertThat(say(group, boss, "设置 签单来源 签单"))
        .contains("12月2日起由签单自动计入", "业绩仍按日报；也要自动计发：指标 改 业绩 来源 签单额");
    at(LocalDateTime.of(2026, 12, 2, 9, 10));
  }

  @Test
  void namesWithDigitsAndWordsInAnyOrder() {
    assertThat(say(group, zhang, "签单 3M公司 12万")).startsWith("签单 #1 已登记").contains("3M公司 12万");
    assertThat(say(group, zhang, "签单 58同城2万")).startsWith("签单 #2 已登记").contains("58同城 2万");
    assertThat(say(group, zhang, "签单 5.8万 王女士")).endsWith("回 1 = 签单 王女士 5.8万");
    assertThat(say(group, zhang, "1")).startsWith("签单 #3 已登记");
    assertThat(say(group, zhang, "签单 13800138000 6万")).contains("请写客户称呼");

    assertThat(say(group, zhang, "回款 3M公司 3万")).contains("#1 3M公司 回款3万");
    assertThat(say(group, zhang, "#1 回款 2万")).contains("共收5万/12万");
    assertThat(say(group, zhang, "回款 1万 #1")).contains("共收6万/12万");
    assertThat(say(group, zhang, "回款 1万 王女士")).contains("#3 王女士 回款1万");
    assertThat(say(group, boss, "#1 退款 5000 多收了")).contains("共收5.5万/12万");
    assertThat(say(group, boss, "改 #2 金额 3万")).contains("金额 2万→3万");
    assertThat(say(group, zhang, "#2")).startsWith("签单 #2 58同城 3万");
    assertThat(say(group, zhang, "#2 退单 客户不做了")).startsWith("已退单 #2 58同城");
    assertThat(say(group, zhang, "签单 #2")).contains("已退单，不再计入");
  }

  @Test
  void whatWasCountedIsFoundWhereverOneAsks() {
    say(group, boss, "目标 " + zhang + " 回款 10万 本月");
    say(group, zhang, "签单 王女士 5.8万 协作 " + li);
    say(group, zhang, "回款 #1 全款");

    assertThat(sayPrivately(zhang, "我的")).contains("签单0.5", "回款2.9万", "2.9万/10万");
    assertThat(sayPrivately(zhang, "为什么 签单 本月")).contains("王女士", "计0.5单");
    assertThat(sayPrivately(zhang, "记录")).contains("台账 签单0.5 回款2.9万", "王女士");
    assertThat(sayPrivately(zhang, "目标")).contains("回款 2.9万/10万 29%");
    assertThat(say(group, zhang, "签单 #1")).contains("已回齐，12月2日计入");
  }

  @Test
  void aHandOverThroughItsCommandTakesTheDealAlong() {
    say(group, zhang, "签单 王女士 5.8万");

    assertThat(say(group, zhang, "转 #1 李墙")).doesNotContain("签单 王女士").contains("转 #1");
    assertThat(say(group, zhang, "转 #1 " + li)).startsWith("#1 王女士 5.8万 已转给" + li);
    assertThat(say(group, li, "回款 #1 1万")).contains("共收1万/5.8万");
    assertThat(say(group, li, "转 #1 " + zhang)).contains("还没改", "审批 #1 等经理批准");
    assertThat(say(group, boss, "批准")).startsWith("#1 王女士 5.8万 已转给" + zhang);
    assertThat(say(group, boss, "排名 回款")).contains(zhang + " 1万").doesNotContain(li + " 1万");
  }

  @Test
  void theWeeklyChaseMovesBehindAHolidayAndCanBeSwitchedOff() {
    for (String customer : List.of("甲总", "乙总", "丙总", "丁总", "戊总")) {
      say(group, zhang, "签单 " + customer + " 1万");
    }
    say(group, boss, "设置 放假 12-07");
    turnClockTo(LocalDateTime.of(2026, 12, 7, 10, 0));
    assertThat(chases(zhang)).isEmpty();
    turnClockTo(LocalDateTime.of(2026, 12, 8, 10, 0));

    assertThat(chases(zhang))
        .singleElement()
        .asString()
        .startsWith("还没收齐的：5单共还差5万，记得跟进\n#1 甲总 差1万 6天")
        .endsWith("看全部发：未回款；收到后发：回款 #1 尾款")
        .matches(text -> text.lines().count() <= 6);
    assertThat(say(group, zhang, "未回款 2")).contains("第2/2页", "#5 戊总").doesNotContain("甲总");
    assertThat(say(group, boss, "未回款 " + zhang + " 2")).contains("#5 戊总");

    say(group, boss, "设置 催款 关");
    turnClockTo(LocalDateTime.of(2026, 12, 14, 10, 0));
    assertThat(chases(zhang)).hasSize(1);
  }

  @Test
  void theOpenDealsOfALeaverAreTheManagersToHandOver() {
    say(group, li, "签单 王女士 5.8万");
    assertThat(say(group, boss, "移除 " + li)).contains("最后一天");

    turnClockTo(LocalDateTime.of(2026, 12, 7, 10, 0));

    assertThat(chases(li)).isEmpty();
    assertThat(chases(boss))
        .containsExactly(li + "已离开，还没收齐的：1单共还差5.8万，请安排人跟进\n#1 王女士 差5.8万 5天\n转给同事发：转 #1 姓名");
    assertThat(say(group, boss, "转 #1 " + zhang)).contains("已转给" + zhang);
    turnClockTo(LocalDateTime.of(2026, 12, 14, 10, 0));
    assertThat(chases(boss)).hasSize(1);
    assertThat(chases(zhang)).hasSize(1);
  }

  @Test
  void aCounterEntryOnAReportedDayStandsBesideWhatIsReported() {
    say(group, zhang, "签单 王女士 5.8万");
    say(group, zhang, "回款 #1 全款");
    say(group, boss, "设置 签单来源 日报");
    turnClockTo(LocalDateTime.of(2026, 12, 11, 10, 10));
    assertThat(say(group, boss, "退单 #1 反悔")).contains("冲12月上旬，记在今天：" + zhang + "-1单");

    assertThat(say(group, zhang, "日报 签单3 回款6万")).contains("签单2 回款2000", "含台账的签单-1 回款-5.8万");
    say(group, zhang, "日报 签单3 回款6万");

    assertThat(say(group, boss, "排名 签单 中旬")).contains(zhang + " 2单");
    assertThat(say(group, boss, "排名 签单 本月")).contains(zhang + " 3单");
    say(group, zhang, "撤销");
    assertThat(say(group, boss, "排名 回款 中旬")).contains(zhang + " 2000元");
  }

  @Test
  void silenceIsCountedFromTheLatestQuestion() {
    say(group, zhang, "签单 王女士 5.8万 协作 " + li);
    turnClockTo(LocalDateTime.of(2026, 12, 4, 10, 0));
    assertThat(reminders()).isEqualTo(2);

    say(group, zhang, "签单 改 #1 金额 6万");

    turnClockTo(LocalDateTime.of(2026, 12, 8, 10, 0));
    assertThat(reminders()).as("one on Monday, one on Tuesday").isEqualTo(4);
    assertThat(say(group, zhang, "签单 #1")).contains(li + "0.5(待确认)");
    turnClockTo(LocalDateTime.of(2026, 12, 10, 10, 0));
    assertThat(say(group, zhang, "签单 #1")).doesNotContain("(待确认)").contains("没回协作");
    assertThat(reminders()).isEqualTo(5);
  }

  private long reminders() {
    return privatePosts(li).stream().filter(post -> post.contains("还等你一句话")).count();
  }

  private List<String> chases(String user) {
    return privatePosts(user).stream().filter(post -> post.contains("还没收齐的")).toList();
  }

  private List<String> privatePosts(String user) {
    String path =
        "/simulator/api/users/"
            + URLEncoder.encode(user, StandardCharsets.UTF_8)
            + "/messages?after=0";
    List<String> texts = new ArrayList<>();
    new JsonMapper()
        .readTree(send("GET", path, null).body())
        .forEach(post -> texts.add(post.path("text").asString()));
    return texts;
  }
}

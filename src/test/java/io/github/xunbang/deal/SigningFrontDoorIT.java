package io.github.xunbang.deal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.FrontDoorTest;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** Deals from the first word to the collaborator's, as a team lives it. */
class SigningFrontDoorIT extends FrontDoorTest {

  private static final LocalDateTime FRIDAY_MORNING = LocalDateTime.of(2026, 12, 4, 9, 36);

  @Autowired private OrganizationService organizations;
  @Autowired private Deals deals;

  private String group;
  private String boss;
  private String zhang;
  private String li;

  @BeforeEach
  void team() {
    String team = newTeamMark();
    group = newGroup();
    boss = "陈总" + team;
    zhang = "张敏" + team;
    li = "李四" + team;
    say(group, boss, "成员");
    say(group, zhang, "我是 " + zhang + " 电话营销员 一组");
    say(group, li, "我是 " + li + " 电话营销员 二组");
  }

  @Test
  void line32WaitsForTheCollaboratorWhoConfirmsInPrivate() {
    assertThat(say(group, zhang, "签单 王女士5.8万 协作@" + li + "(二组)"))
        .startsWith("签单 #1 已登记，恭喜🎉 12月3日(周四) 王女士 5.8万\n" + zhang + "0.5 " + li + "0.5(待确认)")
        .contains("等 @" + li + " 确认");
    turnClockTo(THURSDAY_EVENING.plusMinutes(2));
    assertThat(privatePosts(li))
        .containsExactly(zhang + "签了 #1 王女士 5.8万，说你协作占0.5。\n是请回“是”，不是回 2；3个工作日没回就算认可");

    assertThat(sayPrivately(li, "是")).isEqualTo("已确认：" + zhang + "的 #1 王女士 5.8万，你占0.5。一起加油！");

    assertThat(deal(1).shares())
        .extracting(Share::confirmation)
        .containsExactly(Share.Confirmation.OWN, Share.Confirmation.CONFIRMED);
    assertThat(say(group, li, "确认")).as("one answer closes both").doesNotContain("已确认");
    turnClockTo(FRIDAY_MORNING);
    assertThat(privatePosts(li)).noneMatch(post -> post.contains("还等你一句话"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "不是"})
  void aRefusalInTheGroupGivesTheShareBackAndTellsTheOwner(String no) {
    say(group, zhang, "签单 王女士 5.8万 协作 " + li + " 0.3");

    assertThat(say(group, li, no)).isEqualTo("好的，#1 王女士 5.8万 你的那份退给签单人了：" + zhang + "1");

    assertThat(deal(1).shares()).hasSize(1);
    assertThat(deal(1).acts())
        .extracting(Act::kind)
        .containsExactly(Act.Kind.SIGNED, Act.Kind.DECLINED);
    turnClockTo(THURSDAY_EVENING.plusMinutes(2));
    assertThat(privatePosts(zhang))
        .singleElement()
        .asString()
        .startsWith(li + "说没有协作 #1 王女士 5.8万，那份退给你了：" + zhang + "1");
  }

  @Test
  void silenceIsRemindedOnThreeWorkdaysAndThenStands() {
    say(group, zhang, "签单 王女士 5.8万 协作 " + li);

    turnClockTo(FRIDAY_MORNING);
    assertThat(reminders()).isEqualTo(1);
    turnClockTo(FRIDAY_MORNING.plusDays(3));
    assertThat(reminders()).as("no reminder on the weekend").isEqualTo(2);
    turnClockTo(FRIDAY_MORNING.plusDays(4));
    assertThat(reminders()).isEqualTo(3);
    assertThat(deal(1).shares().get(1).confirmation()).isEqualTo(Share.Confirmation.ASKED);

    turnClockTo(FRIDAY_MORNING.plusDays(5));

    assertThat(deal(1).shares().get(1).confirmation()).isEqualTo(Share.Confirmation.SILENT);
    assertThat(privatePosts(zhang))
        .anyMatch(post -> post.startsWith(li + "3个工作日没回，#1 王女士 5.8万 的协作按登记的算"));
    assertThat(sayPrivately(li, "是")).doesNotContain("已确认");
  }

  @Test
  void silenceReturnsTheShareWhereTheOrganizationWantsThat() {
    say(group, boss, "设置 协作沉默 退回");
    say(group, zhang, "签单 王女士 5.8万 协作 " + li);

    turnClockTo(FRIDAY_MORNING.plusDays(5));

    assertThat(deal(1).shares()).extracting(Share::memberId).hasSize(1);
    assertThat(privatePosts(zhang)).anyMatch(post -> post.contains("那份退给你了：" + zhang + "1"));
  }

  @Test
  void theSameMessageTwiceMakesOneDeal() {
    Map<String, Object> message = message(group, zhang, "签单 王女士 5.8万 协作 " + li);
    message.put("messageId", "deal-" + group);

    post(message);
    post(message);

    assertThat(deals.unpaid(organization().id())).hasSize(1);
    assertThat(say(group, zhang, "签单 王女士 3万")).contains("回 1 = 另签一单3万");
    assertThat(deals.unpaid(organization().id())).hasSize(1);
    assertThat(say(group, zhang, "1")).startsWith("签单 #2 已登记");
  }

  @Test
  void aDayInAFrozenPeriodWaitsForAManager() {
    assertThat(say(group, zhang, "签单 王女士 5.8万 11-20")).contains("#1 等经理批准");
    assertThat(deals.unpaid(organization().id())).isEmpty();

    assertThat(say(group, boss, "批准"))
        .startsWith("签单 #1 已登记，恭喜🎉 11月20日(周五) 王女士 5.8万\n" + zhang + "1");

    assertThat(deal(1).signedOn()).isEqualTo("2026-11-20");
    assertThat(say(group, boss, "批准 1")).contains("已由");
    assertThat(deals.unpaid(organization().id())).hasSize(1);
  }

  @Test
  void asksForTheUnitOnceAndStoresWhatWasChosen() {
    assertThat(say(group, zhang, "签单 王女士 5.8")).contains("回 1 = 5.8万，回 2 = 5.8元");
    assertThat(deals.unpaid(organization().id())).isEmpty();

    assertThat(say(group, zhang, "1")).startsWith("签单 #1 已登记，恭喜🎉 12月3日(周四) 王女士 5.8万");
  }

  @Test
  void whatWasToldIsOfferedAndNotStored() {
    assertThat(say(group, zhang, "今天签了王女士5.8万")).isEqualTo("签单还没登记。\n回 1 = 签单 王女士 5.8万");
    assertThat(deals.unpaid(organization().id())).isEmpty();

    assertThat(say(group, zhang, "1")).startsWith("签单 #1 已登记");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "签单2 意向12",
        "签单 2",
        "签单：1",
        "签单0",
        "签单没有",
        "签单两单，意向5",
        "昨天签单2",
        "意向12，签单2（王姐3万、李总2.8万），业绩5.8万"
      })
  void figuresStayReports(String line) {
    assertThat(say(group, zhang, line)).contains("已登记").contains("签单");
    assertThat(deals.unpaid(organization().id())).isEmpty();
  }

  @Test
  void theOwnerChangesWhatIsUnpaidAndOthersDoNot() {
    say(group, zhang, "签单 王女士 5.8万 协作 " + li);
    say(group, li, "是");

    assertThat(say(group, zhang, "签单 改 #1 金额 5万 来源 抖音"))
        .isEqualTo("#1 已改：金额 5.8万→5万，来源 无→抖音\n现在：王女士 5万（抖音） " + zhang + "0.5 " + li + "0.5");
    assertThat(say(group, li, "签单 改 #1 金额 1万")).contains("要由本人、组长或经理来改");
    assertThat(say(group, zhang, "签单 改 #1 协作 " + li + " 0.3"))
        .contains(zhang + "0.7 " + li + "0.3(待确认)");

    say(group, zhang, "回款 #1 1万");
    assertThat(say(group, zhang, "签单 改 #1 金额 4万")).contains("等经理批准");
    assertThat(deal(1).amount()).isEqualByComparingTo("50000");
    assertThat(say(group, boss, "批准")).contains("金额 5万→4万");
    assertThat(deal(1).amount()).isEqualByComparingTo("40000");
    assertThat(say(group, boss, "签单 改 #1 金额 5000元")).contains("已回款1万，金额不能改成5000元");
  }

  @Test
  void aSourceThatDoesNotCountIsSaid() {
    say(group, boss, "设置 计入来源 转介绍");

    assertThat(say(group, zhang, "签单 王女士 5.8万 来源 抖音")).contains("来源不是转介绍，不计入");
    assertThat(deal(1).qualified()).isFalse();
    assertThat(say(group, zhang, "签单 李总 5.8万 来源 转介绍")).contains("回款到齐后计入");
  }

  @Test
  void aMemberSeesOwnAndSharedDealsOnly() {
    say(group, zhang, "签单 王女士 5.8万");

    assertThat(say(group, li, "签单 #1")).startsWith("没有你能看的签单 #1");
    assertThat(say(group, li, "签单 王女士")).doesNotContain("5.8万，").contains("要登记请带上金额");
    assertThat(say(group, boss, "签单 #1")).startsWith("签单 #1 王女士 5.8万");
    assertThat(say(group, zhang, "签单 王女士")).startsWith("签单 #1 王女士 5.8万");
  }

  @Test
  void otherGroupsReadTheGoodNewsOnce() {
    String other = newGroup();
    say(other, boss, "绑定 " + organization().name());

    say(group, zhang, "签单 12栋王女士 5.8万 协作 " + li);
    turnClockTo(THURSDAY_EVENING.plusMinutes(5));

    assertThat(posts(other))
        .filteredOn(post -> post.contains("喜报"))
        .containsExactly(
            "🎉 喜报："
                + zhang
                + "签下王女士 5.8万！\n今天第1单，本月第1单，共5.8万\n恭喜"
                + zhang
                + "、"
                + li
                + "，大家一起加油！");
    assertThat(posts(group)).noneMatch(post -> post.contains("喜报"));
  }

  private long reminders() {
    return privatePosts(li).stream().filter(post -> post.contains("还等你一句话")).count();
  }

  private Deal deal(int number) {
    return deals.find(organization().id(), number).orElseThrow();
  }

  private Organization organization() {
    return organizations.boundTo(Conversation.group("simulator", group)).orElseThrow();
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
    return texts.stream().filter(text -> !text.startsWith("已确认") && !text.startsWith("#")).toList();
  }
}

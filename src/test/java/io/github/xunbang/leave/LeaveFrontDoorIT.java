package io.github.xunbang.leave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.xunbang.FrontDoorTest;
import io.github.xunbang.calendar.Workdays;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** Leave from the first word to the last, as a team lives it. */
class LeaveFrontDoorIT extends FrontDoorTest {

  private static final LocalDate FRIDAY = LocalDate.of(2026, 12, 4);
  private static final LocalDate DECEMBER = LocalDate.of(2026, 12, 1);
  private static final LocalDate NEW_YEARS_EVE = LocalDate.of(2026, 12, 31);

  @Autowired private OrganizationService organizations;
  @Autowired private Workdays workdays;
  @Autowired private LeaveCalendar leave;

  private String group;
  private String boss;
  private String leader;
  private String zhang;
  private String li;

  /** 组长 leads 张敏 in 一组; 李强 is in 二组. */
  @BeforeEach
  void team() {
    String team = newTeamMark();
    group = newGroup();
    boss = "老板" + team;
    leader = "组长" + team;
    zhang = "张敏" + team;
    li = "李强" + team;
    say(group, boss, "成员");
    say(group, leader, "我是 " + leader + " 主管 一组");
    say(group, zhang, "我是 " + zhang + " 电话营销员 一组");
    say(group, li, "我是 " + li + " 电话营销员 二组");
    say(group, boss, "任命 " + leader + " 组长");
  }

  @Test
  void theLeaderIsAskedInPrivateApprovesAndNobodyIsMissed() {
    assertThat(say(group, zhang, "请假 明天 病假 发烧"))
        .isEqualTo("已申请：" + zhang + " 病假 12月4日(周五)，共1个工作日\n#1 等组长或经理批准，有结果告诉你；不请了发：销假");
    turnClockTo(THURSDAY_EVENING.plusMinutes(2));
    assertThat(privatePosts(leader))
        .containsExactly("【待批 #1】" + zhang + " 病假 12月4日(周五)\n理由：发烧\n同意回：批准 1，不同意回：驳回 1 理由");
    assertThat(privatePosts(boss)).isEmpty();
    assertThat(worksOnFriday(zhang)).isTrue();

    assertThat(sayPrivately(leader, "批准")).isEqualTo("已批准：" + zhang + " 病假 12月4日(周五)");

    turnClockTo(THURSDAY_EVENING.plusMinutes(4));
    assertThat(privatePosts(zhang)).containsExactly(leader + "批准了 #1 " + zhang + " 病假 12月4日(周五)");
    assertThat(worksOnFriday(zhang)).isFalse();
    assertThat(workdays.isWorkday(organization().id(), FRIDAY)).isTrue();
    at(THURSDAY_EVENING.plusDays(1));
    assertThat(say(group, boss, "谁没报"))
        .isEqualTo("12月4日(周五) 还有2人没报：" + leader + "、" + li + "\n请假1人：" + zhang);
    assertThat(say(group, leader, "谁没报"))
        .isEqualTo("12月4日(周五) 还有1人没报：" + leader + "\n请假1人：" + zhang);
    assertThat(say(group, leader, "谁请假")).isEqualTo("12月4日(周五) 请假1人：" + zhang);

    assertThat(say(group, zhang, "销假")).isEqualTo("已销假：" + zhang + " 病假 12月4日(周五)，照常上班。");

    assertThat(say(group, boss, "谁没报")).contains("还有3人没报").doesNotContain("请假");
  }

  @Test
  void decidesOnceAndSaysByWhomAndWhen() {
    say(group, zhang, "请假 明天");
    say(group, leader, "驳回 1 客户已约");

    assertThat(say(group, boss, "批准 1"))
        .isEqualTo("#1 已由" + leader + "在12月3日(周四) 21:40驳回：" + zhang + " 请假 12月4日(周五)");
    assertThat(worksOnFriday(zhang)).isTrue();
    assertThat(say(group, zhang, "请假 明天 事假")).startsWith("已申请");
    turnClockTo(THURSDAY_EVENING.plusMinutes(2));
    assertThat(privatePosts(zhang)).as("said in the same group").isEmpty();
  }

  @Test
  void onlyTheOwnLeaderOrAManagerDecides() {
    say(group, li, "请假 明天");
    say(group, leader, "请假 明天");

    assertThat(say(group, leader, "批准 1")).isEqualTo("#1 " + li + " 请假 12月4日(周五) 要由本人的组长或经理来批。");
    assertThat(say(group, leader, "批准 2")).isEqualTo("自己的申请要别人来批：#2 " + leader + " 请假 12月4日(周五)");
    assertThat(say(group, leader, "批准")).isEqualTo("现在没有等你批的申请。");
    assertThat(say(group, zhang, "批准 1")).doesNotContain("已批准");
    assertThat(say(group, boss, "批准")).startsWith("有 2 件等你批");
    assertThat(say(group, boss, "批准2")).startsWith("已批准：" + leader);
    turnClockTo(THURSDAY_EVENING.plusMinutes(2));
    assertThat(privatePosts(boss))
        .as("二组 has no leader; a leader's leave is a manager's")
        .hasSize(2);
  }

  @Test
  void leaveForDaysGoneByNeedsAManager() {
    say(group, zhang, "请假 昨天 病假");

    assertThat(say(group, leader, "批准 1")).isEqualTo("#1 " + zhang + " 病假 12月2日(周三) 要由经理来批。");
    assertThat(say(group, boss, "批准")).startsWith("已批准");
  }

  @Test
  void whoHasLeftNeedsNoLeaveAnyMore() {
    say(group, zhang, "请假 12-07到12-08");

    say(group, boss, "移除 " + zhang);

    assertThat(say(group, boss, "请假 " + zhang + " 12-14")).doesNotStartWith("已");
    assertThat(say(group, boss, "批准")).isEqualTo(zhang + "已经离开，这条不用批了。要了结请发：驳回 1");
    assertThat(say(group, boss, "驳回 1")).startsWith("已驳回");
    assertThat(say(group, boss, "批准")).contains("没有等你批的");
  }

  @Test
  void whoIsOffIsAnsweredForTheDayAsked() {
    say(group, boss, "请假 " + zhang + " 明天");

    assertThat(say(group, boss, "谁请假 明天")).isEqualTo("12月4日(周五) 请假1人：" + zhang);
    assertThat(say(group, boss, "谁请假 12-05")).isEqualTo("12月5日(周六) 没有人请假。");
    assertThat(say(group, boss, "谁请假 12-10")).isEqualTo("12月10日(周四) 没有人请假。");
  }

  @Test
  void aLeaderFilesForTheOwnPeopleOnly() {
    assertThat(say(group, leader, "请假 " + zhang + " 明天 病假")).startsWith("已登记：" + zhang);
    assertThat(say(group, leader, "请假 " + li + " 明天 病假")).contains("要由本人、组长或经理来请");
    assertThat(worksOnFriday(zhang)).isFalse();
    assertThat(worksOnFriday(li)).isTrue();
  }

  @Test
  void restingTodayIsOfferedAndThenAskedFor() {
    say(group, boss, "设置 轮休 自动");
    assertThat(say(group, zhang, "今天休息")).contains("回 1 = 请假 12月3日(周四) 轮休");
    assertThat(leave.onLeave(organization().id(), FRIDAY.minusDays(1))).isEmpty();

    assertThat(say(group, zhang, "1"))
        .isEqualTo("已登记：" + zhang + " 轮休 12月3日(周四)，共1个工作日\n提前回来或不请了发：销假");

    assertThat(leave.onLeave(organization().id(), FRIDAY.minusDays(1))).hasSize(1);
    assertThat(say(group, zhang, "日报 今天休息").lines()).hasSize(3);
    assertThat(say(group, zhang, "1")).as("the offer is used up").contains("日子重了");
    assertThat(say(group, zhang, "1")).startsWith("没有等你确认的事");
  }

  @Test
  void comingBackEarlyGivesTheRestOfTheDaysBack() {
    say(group, boss, "请假 " + zhang + " 12-07到12-11 年假");
    at(THURSDAY_EVENING.plusDays(6));

    assertThat(say(group, zhang, "销假"))
        .isEqualTo("欢迎回来！改为：" + zhang + " 年假 12月7日(周一)-12月8日(周二)，12月9日(周三)起上班。");

    String id = organization().id();
    assertThat(workdays.count(id, member(zhang), LocalDate.of(2026, 12, 7), FRIDAY.plusDays(7)))
        .isEqualTo(3);
    assertThat(say(group, zhang, "销假 12-09")).startsWith("欢迎回来！" + zhang + " 年假");
  }

  @Test
  void halfADayExcusesNobodyAndTwoHalvesDo() {
    say(group, boss, "请假 " + zhang + " 明天下午 事假");
    at(THURSDAY_EVENING.plusDays(1));

    assertThat(say(group, boss, "谁没报")).contains("还有3人没报", zhang).doesNotContain("请假");
    assertThat(say(group, boss, "谁请假")).isEqualTo("12月4日(周五) 请假1人：" + zhang + "(下午)");
    assertThat(say(group, zhang, "请假")).contains("12月4日(周五)下午 事假 已批");
    assertThat(worksOnFriday(zhang)).isTrue();

    assertThat(say(group, boss, "请假 " + zhang + " 今天上午 病假")).contains("共0.5个工作日");

    assertThat(say(group, boss, "谁没报")).contains("还有2人没报", "请假1人：" + zhang);
    assertThat(say(group, boss, "谁请假")).isEqualTo("12月4日(周五) 请假1人：" + zhang);
    assertThat(say(group, zhang, "意向3")).as("on leave and reports").startsWith("已登记");
    assertThat(say(group, boss, "谁请假")).isEqualTo("12月4日(周五) 请假1人：" + zhang);
    assertThat(say(group, zhang, "销假 12-04下午")).contains("事假 12月4日(周五)下午", "照常上班");
    assertThat(worksOnFriday(zhang)).isTrue();
  }

  @Test
  void aTargetThatShrinksOnLeaveShrinksByHalfDays() {
    // December 2026 has 23 workdays; the 25th off makes 22.
    say(group, boss, "设置 放假 12-25");
    say(group, boss, "目标 " + zhang + " 签单 本月 44 请假扣减");
    say(group, boss, "目标 " + li + " 签单 本月 44");
    assertThat(say(group, zhang, "目标 签单 本月")).contains("签单 0/44单");

    say(group, boss, "请假 " + zhang + " 12-10上午");
    say(group, boss, "请假 " + li + " 12-10上午");

    assertThat(
            workdays.countWithHalves(organization().id(), member(zhang), DECEMBER, NEW_YEARS_EVE))
        .isEqualByComparingTo("21.5");
    assertThat(workdays.count(organization().id(), member(zhang), DECEMBER, NEW_YEARS_EVE))
        .isEqualTo(22);
    // 44 × 21.5 ÷ 22 = 43; from the 3rd on 19.5 workdays are left: 43 ÷ 19.5 makes 3 a day.
    assertThat(eventually(zhang, "签单 0/43单")).contains("剩20个工作日每天3单");
    assertThat(eventually(li, "签单 0/44单")).contains("剩20个工作日每天3单");
  }

  @Test
  void leaveThatNeedsNoWordIsToldToTheLeaderInPrivate() {
    say(group, boss, "设置 请假审批 1天以内免批");

    assertThat(say(group, zhang, "请假 明天 病假 发烧")).startsWith("已登记：" + zhang);
    assertThat(say(group, zhang, "请假 12-07到12-08 事假")).startsWith("已申请：" + zhang);
    assertThat(say(group, zhang, "请假 昨天 事假")).contains("#2 过了日子的假要经理批准");

    turnClockTo(THURSDAY_EVENING.plusMinutes(2));
    assertThat(privatePosts(leader))
        .hasSize(2)
        .contains("【请假】" + zhang + " 病假 12月4日(周五)，共1个工作日，按设置不用批\n理由：发烧");

    say(group, zhang, "销假 明天");

    turnClockTo(THURSDAY_EVENING.plusMinutes(4));
    assertThat(privatePosts(leader)).hasSize(3).contains("【销假】" + zhang + " 病假 12月4日(周五)不请了，照常上班");
    assertThat(privatePosts(zhang)).isEmpty();
  }

  @Test
  void whoseLeaveAnotherEntersIsToldAndTheReturnToo() {
    say(group, leader, "请假 " + zhang + " 12-07到12-09上午 年假");
    turnClockTo(THURSDAY_EVENING.plusMinutes(2));
    assertThat(privatePosts(zhang))
        .containsExactly(
            "【请假】"
                + leader
                + "给你登记了："
                + zhang
                + " 年假 12月7日(周一)-12月9日(周三)上午，共2.5个工作日。不对请告诉"
                + leader
                + "，或发：销假");

    say(group, zhang, "销假 12-08下午");

    turnClockTo(THURSDAY_EVENING.plusMinutes(4));
    assertThat(privatePosts(leader))
        .containsExactly("【销假】提前回来，改为：" + zhang + " 年假 12月7日(周一)-12月8日(周二)上午，12月8日(周二)下午起上班");
  }

  @Test
  void aHalfLeftOpenIsAskedAndAnsweredOnce() {
    assertThat(say(group, leader, "请假 " + zhang + " 明天半天 病假")).contains("回 2 = 12月4日(周五)下午");
    assertThat(leave.away(organization().id(), FRIDAY)).isEmpty();

    assertThat(say(group, leader, "2")).startsWith("已登记：" + zhang + " 病假 12月4日(周五)下午");

    assertThat(leave.away(organization().id(), FRIDAY))
        .containsExactly(Map.entry(member(zhang), DayPart.AFTERNOON));
    assertThat(say(group, leader, "2")).startsWith("没有等你确认的事");
  }

  @Test
  void backInTheAfternoonAsPlannedIsAReturn() {
    say(group, boss, "请假 " + zhang + " 明天上午");
    at(THURSDAY_EVENING.plusDays(1).withHour(13));

    assertThat(say(group, zhang, "销假"))
        .isEqualTo("欢迎回来！" + zhang + " 请假 12月4日(周五)上午已结束，12月4日(周五)下午起上班。");
    assertThat(leave.away(organization().id(), FRIDAY)).hasSize(1);
  }

  @Test
  void refusesWhatCannotBeAndStoresNothing() {
    for (String line :
        List.of(
            "请假 12-05",
            "请假 明天晚上",
            "请假 2月30日",
            "请假 12-10到12-04",
            "请假 12-04到02-10",
            "请假 半天",
            "请假 3天",
            "请假 王五 明天",
            "请假 周四(12-02)",
            "请假 12-04、12-08",
            "请假 2031-01-05",
            "请假 明天到",
            "请假 名单",
            "销假",
            "批准 很多",
            "病假")) {
      assertThat(say(group, zhang, line)).as(line).isNotBlank().doesNotStartWith("已");
    }
    assertThat(say(group, zhang, "请假")).startsWith("你近期没有请假。要请发：请假 明天 事假");
    assertThat(say(group, boss, "批准")).isEqualTo("现在没有等你批的申请。");
  }

  @Test
  void aResetOfTheSimulatorForgetsLeaveAndRequests() {
    String id = organization().id();
    say(group, boss, "请假 " + zhang + " 明天 病假");
    say(group, li, "请假 明天");

    send("POST", "/simulator/api/reset", "{}");

    assertThat(leave.onLeave(id, FRIDAY)).isEmpty();
    team();
    assertThat(say(group, zhang, "请假 明天")).contains("#1 ");
  }

  /** Targets come from caches that are a few seconds old at most. */
  private String eventually(String name, String expected) {
    return await().until(() -> say(group, name, "目标 签单 本月"), answer -> answer.contains(expected));
  }

  private boolean worksOnFriday(String name) {
    return workdays.isWorkday(organization().id(), member(name), FRIDAY);
  }

  private String member(String name) {
    return organization().memberNamed(name, FRIDAY).orElseThrow().id();
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
    texts.removeIf(text -> text.startsWith("已批准"));
    return texts;
  }
}

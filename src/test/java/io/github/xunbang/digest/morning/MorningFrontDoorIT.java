package io.github.xunbang.digest.morning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.xunbang.FrontDoorTest;
import io.github.xunbang.boards.Snapshot;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** 晨会 and 公告 as a team lives them, day by day. */
class MorningFrontDoorIT extends FrontDoorTest {

  private static final AtomicInteger TEAMS = new AtomicInteger();
  private static final LocalDate FRIDAY = LocalDate.of(2026, 12, 4);

  /** From before National Day to after it: the 10th is a Saturday that is worked. */
  private static final List<LocalDate> WORKDAYS =
      List.of(
          LocalDate.of(2026, 9, 28),
          LocalDate.of(2026, 9, 29),
          LocalDate.of(2026, 9, 30),
          LocalDate.of(2026, 10, 8),
          LocalDate.of(2026, 10, 9),
          LocalDate.of(2026, 10, 10),
          LocalDate.of(2026, 10, 12));

  private String group;
  private String boss;
  private String leader;
  private String zhang;
  private String li;

  /** 组长 leads 张敏 and 李强 in 一组. */
  private void team(LocalDateTime start) {
    at(start);
    String team = "琴棋诗酒梅兰竹菊松柏桐枫".charAt(TEAMS.getAndIncrement()) + "";
    group = newGroup();
    boss = "老板" + team;
    leader = "组长" + team;
    zhang = "张敏" + team;
    li = "李强" + team;
    say(group, boss, "成员");
    say(group, leader, "我是 " + leader + " 主管 一组");
    say(group, zhang, "我是 " + zhang + " 电话营销员 一组");
    say(group, li, "我是 " + li + " 电话营销员 一组");
    say(group, boss, "任命 " + leader + " 组长");
  }

  @Test
  void twoWeeksWithWeekendHolidayAndLeaveHaveTheirMorningsAndTheirNumbers() {
    team(LocalDateTime.of(2026, 9, 27, 20, 0));
    say(group, boss, "请假 " + li + " 10-09 病假");
    say(group, boss, "晨会 口号 每天 一起加油");
    Map<LocalDate, String> seen = new TreeMap<>();
    Map<LocalDate, Integer> deals = new HashMap<>();

    for (LocalDate day = WORKDAYS.get(0); day.getDayOfMonth() != 13; day = day.plusDays(1)) {
      int before = mornings().size();
      turnClockTo(day.atTime(8, 19));
      assertThat(mornings()).as("before 08:20 on %s", day).hasSize(before);
      turnClockTo(day.atTime(8, 21));
      List<String> after = mornings();
      if (after.size() > before) {
        assertThat(after).hasSize(before + 1);
        seen.put(day, after.get(before));
      }
      if (WORKDAYS.contains(day)) {
        turnClockTo(day.atTime(18, 7));
        int count = day.getDayOfMonth() % 4 + 1;
        deals.put(day, count + 1);
        say(group, zhang, "意向5 签单" + count);
        say(group, leader, "意向3 签单1");
      }
    }

    assertThat(seen.keySet()).containsExactlyElementsOf(WORKDAYS);
    seen.forEach((day, text) -> assertThat(text).startsWith(title(day)).contains("⑤ 口号\n· 一起加油"));
    for (int i = 2; i < WORKDAYS.size(); i++) {
      assertThat(seen.get(WORKDAYS.get(i)))
          .contains(
              expectedTotals(WORKDAYS.get(i), WORKDAYS.get(i - 1), WORKDAYS.get(i - 2), deals));
    }
    assertThat(seen.get(WORKDAYS.get(4))).contains("请假：" + li);
    assertThat(seen.get(WORKDAYS.get(5))).doesNotContain("请假");
  }

  /** Worked out here from what was typed, not by the service. */
  private static String expectedTotals(
      LocalDate day, LocalDate last, LocalDate before, Map<LocalDate, Integer> deals) {
    int change = deals.get(last) - deals.get(before);
    String arrow = change == 0 ? " 持平" : change > 0 ? "↑" + change : "↓" + -change;
    String label = last.equals(day.minusDays(1)) ? "昨天" : text(last);
    return "· %s：意向客户 8个 持平，签单 %d单%s（比%d月%d日）"
        .formatted(label, deals.get(last), arrow, before.getMonthValue(), before.getDayOfMonth());
  }

  @Test
  void aFullMorningReadsWell() {
    team(THURSDAY_EVENING.minusDays(1));
    say(group, boss, "目标 团队 签单 本月 46");
    say(group, boss, "目标 一组 签单 本月 46");
    say(group, boss, "目标 " + zhang + " 签单 本月 46");
    say(group, boss, "目标 " + leader + " 签单 本月 2");
    say(group, zhang, "意向5 签单2");
    say(group, leader, "意向3 签单1");
    turnClockTo(THURSDAY_EVENING.minusHours(3));
    say(group, zhang, "意向6 签单1");
    say(group, leader, "意向2 签单1");
    say(group, li, "竞品 欧派 衣柜799一平，电话13800001234");
    say(group, boss, "公告 全体：周六团建");
    say(group, boss, "待办 " + zhang + " 12-04 回访王女士");
    say(group, zhang, "外出 八店 找王店长 13800000000 明天上午");
    say(group, boss, "请假 " + li + " 明天下午 事假");
    say(group, boss, "晨会\n市场 龙湖二期周末交房\n通知 10点前交周报\n案例 组长讲小区拓展\n口号 每周五 冲刺周末");

    turnClockTo(FRIDAY.atTime(8, 25));

    assertThat(mornings()).hasSize(2);
    Snapshot.assertMatches(
        MorningFrontDoorIT.class,
        "aFullMorningReadsWell.txt",
        mornings().get(1).replace(zhang.substring(2), ""));
    // A worker may hold the post for a moment after the clock has stopped.
    await()
        .untilAsserted(
            () ->
                assertThat(privatePosts(leader))
                    .anyMatch(text -> text.contains("本月组员还需每天：\n" + zhang + " 签单")));
    assertThat(privatePosts(zhang)).noneMatch(text -> text.contains("还需每天"));
    assertThat(privatePosts(boss)).noneMatch(text -> text.contains(zhang + " 签单"));
    assertThat(say(group, boss, "晨会")).contains("4 口号 每周五：冲刺周末").doesNotContain("交周报");
  }

  @Test
  void nothingToSayIsNoPostAndSwitchesAreObeyed() {
    team(THURSDAY_EVENING);
    turnClockTo(FRIDAY.atTime(8, 40));
    assertThat(mornings()).isEmpty();

    say(group, boss, "晨会 口号 每天 一起加油");
    assertThat(say(group, boss, "关闭 晨会")).isEqualTo("已关闭：晨会。要恢复请发：打开 晨会");
    turnClockTo(FRIDAY.plusDays(3).atTime(8, 40));
    assertThat(mornings()).isEmpty();

    say(group, boss, "打开 晨会");
    say(group, boss, "设置 晨会 09:15");
    turnClockTo(FRIDAY.plusDays(3).atTime(9, 14));
    assertThat(mornings()).isEmpty();
    turnClockTo(FRIDAY.plusDays(3).atTime(9, 16));
    assertThat(mornings()).hasSize(1);

    say(group, boss, "设置 晨会 10:15");
    turnClockTo(FRIDAY.plusDays(3).atTime(10, 16));
    assertThat(mornings()).as("moved after it was said").hasSize(1);

    say(group, boss, "暂停");
    turnClockTo(FRIDAY.plusDays(4).atTime(11, 0));
    assertThat(mornings()).hasSize(1);
  }

  @Test
  void aMorningMissedWhileDownIsDroppedAndItsItemsComeNextTime() {
    team(THURSDAY_EVENING);
    say(group, boss, "晨会 通知 10点前交周报");

    at(FRIDAY.atTime(9, 1));
    turnClockTo(FRIDAY.atTime(9, 2));
    assertThat(mornings()).isEmpty();

    turnClockTo(FRIDAY.plusDays(3).atTime(8, 21));
    assertThat(mornings()).singleElement().asString().contains("· 10点前交周报");
    turnClockTo(FRIDAY.plusDays(4).atTime(8, 21));
    assertThat(mornings()).hasSize(1);
  }

  @Test
  void aGroupOfOneUnitReadsOnlyItsOwn() {
    team(THURSDAY_EVENING.minusHours(2));
    String other = "王芳" + zhang.substring(2);
    say(group, other, "我是 " + other + " 电话营销员 二组");
    say(group, zhang, "签单2");
    say(group, other, "签单5");
    say(group, boss, "请假 " + other + " 明天 事假");
    say(group, boss, "设置 本群 只看 二组");

    turnClockTo(FRIDAY.atTime(8, 21));

    assertThat(mornings().get(0)).contains("签单 5单").contains("请假：" + other);
  }

  @Test
  void theBestAreAskedInTurnAndNobodyOnLeaveIs() {
    team(LocalDateTime.of(2026, 10, 19, 18, 0));
    List<String> people = new ArrayList<>(List.of(zhang, li, leader));
    for (String name : List.of("王芳", "赵磊")) {
      String one = name + zhang.substring(2);
      people.add(one);
      say(group, one, "我是 " + one + " 电话营销员 一组");
    }
    int deals = 9;
    for (String one : people) {
      say(group, one, "签单" + deals--);
    }
    // 下旬 and 上旬 have the same best: 张敏, 李强 and 组长.
    say(group, boss, "请假 " + li + " 10-22到10-27 年假");
    List<LocalDate> days = new ArrayList<>();
    Map<LocalDate, String> asked = new TreeMap<>();
    for (LocalDate day = LocalDate.of(2026, 10, 20);
        day.isBefore(LocalDate.of(2026, 11, 21));
        day = day.plusDays(1)) {
      if (Set.of(21, 2, 11).contains(day.getDayOfMonth())) {
        int left = 9;
        turnClockTo(day.atTime(18, 0));
        for (String one : people) {
          say(group, one, "签单" + left--);
        }
      }
      Map<String, Integer> before = counts(people);
      turnClockTo(day.atTime(20, 6));
      Map<String, Integer> after = counts(people);
      for (String one : people) {
        if (after.get(one) > before.get(one)) {
          assertThat(asked.put(day, one)).as("one a day").isNull();
        }
      }
      days.add(day);
    }

    Map<String, List<LocalDate>> turns =
        asked.keySet().stream().collect(Collectors.groupingBy(asked::get));
    assertThat(turns.keySet()).containsExactlyInAnyOrder(zhang, li, leader);
    // 中旬's best: asked from the evening of the 21st; 李强 only after the leave, before any repeat.
    assertThat(new ArrayList<>(asked.values()).subList(0, 3)).containsExactly(zhang, leader, li);
    assertThat(asked.entrySet().stream().filter(one -> one.getValue().equals(li)).findFirst())
        .get()
        .extracting(Map.Entry::getKey)
        .isEqualTo(LocalDate.of(2026, 10, 27));
    assertThat(turns.values()).allSatisfy(own -> assertThat(own).hasSize(turns.get(li).size()));
    assertThat(asked.keySet()).noneMatch(day -> day.getDayOfWeek().getValue() > 5);
  }

  @Test
  void whoIsAskedIsNamedAndWhoFallsIllKeepsTheTurn() {
    team(LocalDateTime.of(2026, 11, 30, 18, 0));
    say(group, zhang, "签单3");
    turnClockTo(LocalDateTime.of(2026, 12, 1, 20, 6));
    assertThat(privatePosts(zhang)).anyMatch(text -> text.startsWith("【案例分享】你是11月下旬签单第1名"));
    say(group, boss, "请假 " + zhang + " 12-02 病假");

    turnClockTo(LocalDateTime.of(2026, 12, 2, 20, 6));
    assertThat(mornings()).noneMatch(text -> text.contains("④"));
    turnClockTo(LocalDateTime.of(2026, 12, 3, 8, 21));

    assertThat(mornings().get(mornings().size() - 1))
        .contains("④ 案例\n· 今天请 " + zhang + " 分享：11月下旬签单第1名");
  }

  @Test
  void announcementsAreSaidOnceInEveryGroupAtTheirTime() {
    team(THURSDAY_EVENING);
    say(group, boss, "公告 全体：@所有人 周六团建，电话13812345678");
    say(group, boss, "公告 12-04 14:05 三楼开会");
    say(group, boss, "公告 12-04 14:06 不开了");
    say(group, boss, "公告 取消 3");

    turnClockTo(FRIDAY.atTime(14, 4));
    assertThat(announcements()).containsExactly("【公告】12月3日(周四)\n＠所有人 周六团建，电话138＊＊＊＊5678");
    turnClockTo(FRIDAY.atTime(14, 30));
    assertThat(announcements()).hasSize(2).last().isEqualTo("【公告】12月4日(周五)\n三楼开会");
    assertThat(say(group, boss, "公告")).contains("2 12月4日(周五)14:05 已发：三楼开会");
    assertThat(say(group, zhang, "公告 全体：放假")).doesNotContain("已发");
  }

  @Test
  void whatGoesToSeveralGroupsIsShownBeforeItIsSaid() {
    team(THURSDAY_EVENING);
    String name = "团队" + zhang.substring(2);
    say(group, boss, "绑定 " + name);
    String second = newGroup();
    say(second, boss, "绑定 " + name);

    assertThat(say(group, boss, "公告 全体：周六团建")).startsWith("公告 1 要发到2个群，发出后收不回：\n周六团建");
    turnClockTo(THURSDAY_EVENING.plusMinutes(2));
    assertThat(announcements()).isEmpty();

    assertThat(say(group, boss, "公告 发 1")).isEqualTo("公告 1 已发到2个群。");
    assertThat(say(group, boss, "公告 发 1")).isEqualTo("公告 1 已发，不用再确认。看全部发：公告");
    turnClockTo(THURSDAY_EVENING.plusMinutes(4));
    assertThat(announcements()).containsExactly("【公告】12月3日(周四)\n周六团建");
    assertThat(posts(second)).filteredOn(text -> text.startsWith("【公告】")).hasSize(1);
  }

  private List<String> mornings() {
    return posts(group).stream().filter(text -> text.startsWith("【晨会】")).toList();
  }

  private List<String> announcements() {
    return posts(group).stream().filter(text -> text.startsWith("【公告】")).toList();
  }

  private Map<String, Integer> counts(List<String> people) {
    return people.stream()
        .collect(
            Collectors.toMap(
                one -> one,
                one ->
                    (int)
                        privatePosts(one).stream()
                            .filter(text -> text.startsWith("【案例分享】"))
                            .count()));
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

  private static String title(LocalDate day) {
    return "【晨会】" + text(day);
  }

  private static String text(LocalDate day) {
    return day.getMonthValue()
        + "月"
        + day.getDayOfMonth()
        + "日(周"
        + "一二三四五六日".charAt(day.getDayOfWeek().getValue() - 1)
        + ")";
  }
}

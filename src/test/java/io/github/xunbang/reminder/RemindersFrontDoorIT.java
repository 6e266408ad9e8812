package io.github.xunbang.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.FrontDoorTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 催报, 缺报名单 and 截止提醒 as a small team lives with them for two weeks (design section 7). */
class RemindersFrontDoorIT extends FrontDoorTest {

  private static final LocalDate FRIDAY = LocalDate.of(2026, 9, 18);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private String group;
  private String boss;
  private String leader;
  private String zhang;
  private String li;
  private String wang;

  /** 组长 leads 张敏 and 王芳 in 一组; 李强 is in 二组. */
  @BeforeEach
  void team() {
    at(FRIDAY.atTime(9, 0));
    String team = newTeamMark();
    group = newGroup();
    boss = "老板" + team;
    leader = "组长" + team;
    zhang = "张敏" + team;
    li = "李强" + team;
    wang = "王芳" + team;
    say(group, boss, "成员");
    say(group, leader, "我是 " + leader + " 主管 一组");
    say(group, zhang, "我是 " + zhang + " 电话营销员 一组");
    say(group, li, "我是 " + li + " 电话营销员 二组");
    say(group, wang, "我是 " + wang + " 电话营销员 一组");
    say(group, boss, "任命 " + leader + " 组长");
  }

  /** Otherwise its timetable runs on into other tests' time. */
  @AfterEach
  void rest() {
    say(group, boss, "暂停");
  }

  @Test
  void twoWeeksOfRemindersFallOnTheRightDayAndMinuteAndNameTheRightPeople() {
    evening(18, "20:00", zhang);
    evening(18, "21:00", li);
    turn(20, "20:00");
    everybody(20);
    turn(21, "10:00");
    say(group, boss, "请假 " + zhang + " 今天 事假");
    say(group, boss, "设置 轮休 自动");
    say(group, wang, "轮休 周三");
    evening(21, "20:00", li);
    evening(21, "21:00", leader, wang);
    evening(23, "20:00", zhang);
    turn(24, "08:00");
    say(group, boss, "请假 " + wang + " 今天上午 病假");
    evening(24, "20:00", leader, zhang, li);
    evening(24, "20:50", wang);
    turn(27, "12:00");
    say(group, boss, "设置 放假 9-28");
    turn(29, "09:00");
    say(group, boss, "暂停 1天");
    turn(30, "09:00");
    say(group, boss, "设置 催报 19点45");
    turn(30, "23:00");

    assertThat(said(group, "【催报】"))
        .containsExactly(
            reminder(18, "20:35", leader, li, wang),
            reminder(18, "21:35", leader, wang),
            reminder(21, "20:35", leader, wang),
            reminder(22, "20:35", leader, zhang, li, wang),
            reminder(22, "21:35", leader, zhang, li, wang),
            reminder(23, "20:35", leader, li),
            reminder(23, "21:35", leader, li),
            reminder(24, "20:35", wang),
            reminder(30, "19:45", leader, zhang, li, wang));
    assertThat(said(group, "【截止提醒】"))
        .containsExactly(
            "2026-09-20T20:05 【截止提醒】9月20日(周日)\n本旬明早8:30截止，还能补的：\n9月18日(周五) %s、%s\n请发：补报 9月18日 意向客户5 新客户信息1"
                .formatted(leader, wang),
            "2026-09-30T20:05 【截止提醒】9月30日(周三)\n本旬、本半月、本月、本季度明早8:30截止，还能补的：\n9月29日(周二) %s\n请发：补报 9月29日 意向客户5 新客户信息1"
                .formatted(String.join("、", leader, zhang, li, wang)));
    assertThat(saidPrivately(leader, "【缺报名单】"))
        .containsExactly(
            missingList(18, 1, wang, ""),
            missingList(22, 2, zhang + "、" + wang, ""),
            missingList(30, 2, zhang + "、" + wang, ""));
    assertThat(saidPrivately(boss, "【缺报名单】"))
        .containsExactly(
            missingList(18, 1, leader, "\n另有1人已私信各自组长"),
            missingList(22, 2, leader + "、" + li, "\n另有2人已私信各自组长"),
            missingList(23, 2, leader + "、" + li, ""),
            missingList(30, 2, leader + "、" + li, "\n另有2人已私信各自组长"));
  }

  @Test
  void aLeaderRemindsTheOwnUnitAndAllWaitHalfAnHour() {
    turn(18, "19:00");

    String byLeader = say(group, leader, "催报");

    assertThat(byLeader).contains("还有3人没报：" + String.join("、", leader, zhang, wang) + "\n");
    assertThat(say(group, leader, "催报")).startsWith("19:00刚催过，先等等大家，19:3");
    assertThat(say(group, boss, "催报")).contains("还有4人没报：");
    turn(18, "19:29");
    assertThat(say(group, leader, "催报")).startsWith("19:00刚催过");
    turn(18, "19:45");
    assertThat(sayPrivately(leader, "催报"))
        .isEqualTo("已在1个群催了3人：" + String.join("、", leader, zhang, wang));
    turn(18, "20:40");
    assertThat(say(group, boss, "催报")).startsWith("20:35刚催过");
    everybodyAt(18, "20:41");
    assertThat(say(group, boss, "催报")).isEqualTo("9月18日(周五) 没有要催的人，该报的都报了。");
  }

  @Test
  void aGroupOfOneUnitReadsItsOwnNamesAndWhoIsKnownThereIsMentioned() {
    String unitGroup = newGroup();
    say(unitGroup, boss, "帮助");
    String team = boss + "队";
    say(group, boss, "设置 名称 " + team);
    say(unitGroup, boss, "绑定 " + team);
    say(unitGroup, boss, "设置 本群 只看 二组");
    say(group, boss, "设置 私聊催报 开");

    turn(18, "20:36");

    assertThat(said(unitGroup, "【催报】")).containsExactly(reminder(18, "20:35", li));
    assertThat(said(group, "【催报】")).containsExactly(reminder(18, "20:35", leader, zhang, li, wang));
    JsonNode post = last(unitGroup);
    assertThat(post.path("mentions").get(0).asString()).isEqualTo(li);
    assertThat(saidPrivately(li, "【催报】"))
        .containsExactly("2026-09-18T20:35 【催报】9月18日(周五) 你还没报。\n请发：日报 意向客户5 新客户信息1");
  }

  @Test
  void aChainOfStoresIsRemindedLateAndEveryDayAndHearsWhoWasMissingInTheMorning() {
    say(group, boss, "方案 启用 门店");

    turn(20, "12:00");

    assertThat(said(group, "【催报】"))
        .extracting(text -> text.substring(0, 16))
        .containsExactly(
            "2026-09-18T22:05", "2026-09-18T22:25", "2026-09-19T22:05", "2026-09-19T22:25");
    assertThat(saidPrivately(boss, "【缺报名单】"))
        .extracting(text -> text.substring(0, 32))
        .containsExactly("2026-09-19T08:05 【缺报名单】9月18日(周五)", "2026-09-20T08:05 【缺报名单】9月19日(周六)");
  }

  @Test
  void aYearWithoutHolidaysIsToldToTheManagerOnceAndShown() {
    at(LocalDateTime.of(2026, 12, 19, 9, 0));

    say(group, boss, "设置 工作日 周一到周六");
    turnClockTo(LocalDateTime.of(2026, 12, 22, 9, 0));

    assertThat(saidPrivately(boss, "【日历】"))
        .singleElement()
        .asString()
        .startsWith("2026-12-20T10:05 【日历】2027年的放假安排还没有收录");
    assertThat(say(group, boss, "设置 工作日")).contains("（2027年放假安排还没收录）");
  }

  @Test
  void aReminderElevenMinutesLateIsPostedOnceAndALaterOneDropped() {
    at(FRIDAY.atTime(20, 46));
    turn(18, "20:47");
    turn(18, "20:48");
    at(FRIDAY.atTime(22, 6));

    turn(18, "22:07");

    assertThat(said(group, "【催报】"))
        .singleElement()
        .asString()
        .startsWith("2026-09-18T20:46 【催报】9月18日(周五)\n还有4人没报：");
  }

  @Test
  void aTimeInsideTheQuietHoursSaysNothing() {
    say(group, boss, "设置 催报 22:45");

    turn(19, "12:00");

    assertThat(said(group, "【催报】")).isEmpty();
  }

  /** Reported only on the 28th. The 20th is a Sunday that is worked, the holidays are not. */
  @Test
  void aTeamThatHasGoneQuietIsLeftInPeaceUntilSomebodyReports() {
    turnClockTo(LocalDateTime.of(2026, 9, 28, 20, 0));
    say(group, zhang, "意向客户3");
    turnClockTo(LocalDateTime.of(2026, 10, 13, 12, 0));

    assertThat(said(group, "【催报】"))
        .extracting(text -> text.substring(0, 16))
        .containsExactly(
            "2026-09-18T20:35",
            "2026-09-18T21:35",
            "2026-09-20T20:35",
            "2026-09-20T21:35",
            "2026-09-21T20:35",
            "2026-09-21T21:35",
            "2026-09-28T20:35",
            "2026-09-28T21:35",
            "2026-09-29T20:35",
            "2026-09-29T21:35",
            "2026-09-30T20:35",
            "2026-09-30T21:35",
            "2026-10-08T20:35",
            "2026-10-08T21:35");
    assertThat(said(group, "【战报】"))
        .extracting(text -> text.substring(5, 10))
        .containsExactly("09-18", "09-20", "09-21", "09-28", "09-29", "09-30", "10-08");
    assertThat(saidPrivately(boss, "【缺报名单】"))
        .extracting(text -> text.substring(5, 10))
        .containsExactly("09-18", "09-20", "09-21", "09-28", "09-29", "09-30", "10-08");
    String rests = "【催报】连续3个工作日没有日报，催报、战报和缺报名单先停；有人报数就自动恢复。\n想提醒大家请发：催报";
    assertThat(saidPrivately(boss, "【催报】"))
        .containsExactly("2026-09-22T20:35 " + rests, "2026-10-09T20:35 " + rests);
    assertThat(saidPrivately(leader, "【催报】")).isEmpty();
  }

  @Test
  void aTeamWithoutRemindersStillHearsWhyItsSummariesRest() {
    say(group, boss, "关闭 催报");

    turnClockTo(LocalDateTime.of(2026, 9, 23, 23, 0));

    assertThat(saidPrivately(boss, "【催报】连续3个工作日"))
        .singleElement()
        .asString()
        .startsWith("2026-09-22T22:05");
  }

  @Test
  void whoCannotBeRemindedPrivatelyIsSaidAtTheSwitchAndInTheEvening() {
    String chen = "陈晨" + zhang.substring(2);
    say(group, boss, "加人 " + chen + " 业务员 一组");

    assertThat(say(group, boss, "设置 私聊催报 开")).contains("私聊催报 开（还有1人私聊不到，要先和我私聊一句）");
    turn(18, "22:06");

    assertThat(saidPrivately(zhang, "【催报】")).hasSize(2);
    assertThat(saidPrivately(leader, "【缺报名单】").get(0)).contains("私聊不到：" + chen + "（要先和我私聊一句）");
  }

  private void evening(int day, String time, String... reporters) {
    turn(day, time);
    for (String reporter : reporters) {
      say(group, reporter, "意向客户" + (day + 1));
    }
  }

  private void everybody(int day) {
    everybodyAt(day, "20:01");
  }

  private void everybodyAt(int day, String time) {
    evening(day, time, leader, zhang, li, wang);
  }

  private void turn(int day, String time) {
    turnClockTo(LocalDateTime.parse("2026-09-%02dT%s:00".formatted(day, time)));
  }

  private static String reminder(int day, String time, String... names) {
    return "2026-09-%02dT%s 【催报】9月%d日(%s)\n还有%d人没报：%s\n请发：日报 意向客户5 新客户信息1\n没@到我：引用那条再@我，或私聊"
        .formatted(day, time, day, weekday(day), names.length, String.join("、", names));
  }

  private static String missingList(int day, int count, String names, String more) {
    return "2026-09-%02dT22:05 【缺报名单】9月%d日(%s)\n还有%d人没报：%s%s\n再催一次请发：催报"
        .formatted(day, day, weekday(day), count, names, more);
  }

  private static String weekday(int day) {
    return "周" + "一二三四五六日".charAt(LocalDate.of(2026, 9, day).getDayOfWeek().getValue() - 1);
  }

  private List<String> said(String inGroup, String beginning) {
    return texts("groups/" + inGroup, beginning);
  }

  private List<String> saidPrivately(String user, String beginning) {
    return texts("users/" + user, beginning);
  }

  /** {@code 2026-09-18T20:35} and the text of the bot's posts that begin so. */
  private List<String> texts(String conversation, String beginning) {
    List<String> texts = new ArrayList<>();
    for (JsonNode post : messages(conversation)) {
      String text = post.path("text").asString();
      if (text.startsWith(beginning)) {
        texts.add(post.path("at").asString().substring(0, 16) + " " + text);
      }
    }
    return texts;
  }

  private JsonNode last(String inGroup) {
    JsonNode all = messages("groups/" + inGroup);
    return all.get(all.size() - 1);
  }

  private JsonNode messages(String conversation) {
    String[] parts = conversation.split("/");
    String id = URLEncoder.encode(parts[1], StandardCharsets.UTF_8).replace("+", "%20");
    return JSON.readTree(
        send("GET", "/simulator/api/" + parts[0] + "/" + id + "/messages?after=0", null).body());
  }
}

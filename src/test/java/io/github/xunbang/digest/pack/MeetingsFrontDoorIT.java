package io.github.xunbang.digest.pack;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.FrontDoorTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Meetings and what is asked around them: trainers, attendees, experience and difficulties. */
class MeetingsFrontDoorIT extends FrontDoorTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final String group = newGroup();
  private final String mark = newTeamMark();
  private final String boss = "老板" + mark;
  private final List<String> people =
      List.of("车娟", "罗敏", "邓丽", "彭飞", "曾静", "肖勇").stream().map(name -> name + mark).toList();

  /** Six 小区经理, the first of them with the most deals and the last with the fewest. */
  @BeforeEach
  void team() {
    at(LocalDateTime.of(2026, 11, 20, 9, 0));
    say(group, boss, "成员");
    people.forEach(name -> say(group, name, "我是 " + name + " 小区经理"));
    everybodyReports();
  }

  @Test
  void trainersTakeTurnsAndLeaveAndTheManagerAreRespected() {
    say(group, boss, "设置 培训人选 小区经理");
    say(group, boss, "请假 " + people.get(2) + " 2027-01-29到2027-02-05 年假");

    meeting("2026-12-01", "本月培训：%s，讲一个自己最拿手的", 0);
    meeting("2026-12-16", "下月培训：%s，讲一个自己最拿手的", 1);
    assertThat(sayPrivately(people.get(1), "培训 题目 怎么和物业打交道"))
        .isEqualTo("记下了，1月的培训你讲“怎么和物业打交道”，大家等着听！要改再发一次就行。");
    meeting("2027-01-01", "本月培训：%s 讲“怎么和物业打交道”", 1);
    // 邓丽, who is on leave on the first workday of February, has the turn after it.
    meeting("2027-01-16", "下月培训：%s，讲一个自己最拿手的", 3);
    meeting("2027-02-01", "本月培训：%s，讲一个自己最拿手的", 3);
    meeting("2027-02-16", "下月培训：%s，讲一个自己最拿手的", 2);
    say(group, boss, "请假 " + people.get(2) + " 3-01 病假");
    meeting("2027-03-01", "本月培训：%s，讲一个自己最拿手的", 4);
    meeting("2027-03-16", "下月培训：%s，讲一个自己最拿手的", 2);
    assertThat(say(group, boss, "培训 指定 下月 " + people.get(0)))
        .isEqualTo("已定：4月请 " + people.get(0) + " 来讲，我会私下请TA准备。");
    meeting("2027-04-01", "本月培训：%s，讲一个自己最拿手的", 0);

    assertThat(told("轮到你"))
        .containsExactly(
            "2026-12-01 12月 车娟",
            "2026-12-16 1月 罗敏",
            "2027-01-16 2月 彭飞",
            "2027-02-16 3月 邓丽",
            "2027-03-01 3月 曾静",
            "2027-03-16 4月 车娟",
            "2027-03-16 4月 邓丽");
    assertThat(told("换一位")).containsExactly("2027-03-16 4月 邓丽");
    assertThat(privately(boss, "【例会资料】")).last().asString().contains("（换人请发：培训 指定 姓名）");
  }

  @Test
  void theBestAreAskedForExperienceAndOneOfTheOthersForDifficultiesNobodyTwice() {
    turnClockTo(LocalDateTime.of(2026, 12, 3, 18, 0));
    everybodyReports();
    turnClockTo(LocalDateTime.of(2026, 12, 11, 20, 10));
    assertThat(sayPrivately(people.get(5), "困难 客户都嫌贵 13812345678"))
        .isEqualTo("记下了，谢谢你说出来！只给经理看，下次例会一起想办法。急的话请发：求助 加上事情");
    assertThat(sayPrivately(people.get(0), "经验 先约好时间再上门"))
        .isEqualTo("谢谢！已放进12月14日(周一)的晨会：先约好时间再上门。要改再发一次就行。");
    assertThat(sayPrivately(people.get(3), "经验 多打电话")).startsWith("这次先请上榜的同事分享。");
    turnClockTo(LocalDateTime.of(2026, 12, 14, 18, 0));
    everybodyReports();
    turnClockTo(LocalDateTime.of(2026, 12, 17, 18, 0));
    everybodyReports();
    say(group, boss, "目标 " + people.get(5) + " 签单 本月 60");

    turnClockTo(LocalDateTime.of(2027, 1, 8, 9, 0));

    // 肖勇 is asked by 补救 on 1 January, 曾静 was on 21 December: neither is asked again.
    assertThat(told("【请教】"))
        .containsExactly(
            "2026-11-23 肖勇", "2026-12-01 曾静", "2026-12-11 肖勇", "2026-12-21 曾静", "2027-01-01 彭飞");
    assertThat(told("【补救】")).startsWith("2027-01-01 肖勇");
    assertThat(last("晨会", "12月14日"))
        .contains("④ 案例\n· " + people.get(0) + "的经验：先约好时间再上门\n· 今天请 " + people.get(0));
    assertThat(privately(boss, "【例会资料】12月16日").get(0))
        .contains("■ 大家说的难处\n" + people.get(5) + "：客户都嫌贵 138****5678");
    assertThat(privately(boss, "【例会资料】1月1日").get(0)).doesNotContain("难处");
    assertThat(posts(group)).noneMatch(text -> text.contains("嫌贵"));
  }

  @Test
  void theChiefsMeetingListsItsPeopleAndWhoIsOnLeave() {
    assertThat(say(group, boss, "设置 总管会 名单 总经理、小区经理 " + boss))
        .contains("每月5号，遇休息日顺延，参加：总经理、小区经理、" + boss);
    say(group, boss, "请假 " + people.get(1) + " 12-07 事假");
    say(group, boss, "请假 " + people.get(2) + " 12-07下午 事假");

    turnClockTo(LocalDateTime.of(2026, 12, 8, 9, 0));

    // The 5th is a Saturday.
    assertThat(privately(boss, "【总管会资料】"))
        .singleElement()
        .asString()
        .startsWith("2026-12-07T08:45")
        .contains(
            "跟进\n■ 参加\n总经理：名册里还没有\n小区经理：%s、%s（请假）、%s（下午请假）、%s、%s、%s\n%s\n■ "
                .formatted(
                    people.get(0),
                    people.get(1),
                    people.get(2),
                    people.get(3),
                    people.get(4),
                    people.get(5),
                    boss));
    assertThat(say(group, boss, "设置 总管会 6")).contains("每月6号，遇休息日顺延，参加：总经理");
    assertThat(say(group, boss, "设置 总管会 名单 取消")).doesNotContain("参加：");
    assertThat(say(group, boss, "设置 总管会 名单 " + "一二三四五六七八九十一二三")).startsWith("名单最多12个岗位或人名");
  }

  @Test
  void boardsAreListedAndPostedFiveMinutesAfterTheClosingThatWasSet() {
    say(group, boss, "设置 封榜时间 09:00");

    assertThat(say(group, boss, "设置 旬榜")).startsWith("旬榜：09:05，下次11月21日(周六)09:05");
    assertThat(say(group, boss, "设置 旬榜 08:15")).contains("旬榜 09:05，");
    assertThat(say(group, boss, "设置 定时")).contains("\n月榜 09:05，下次12月1日(周二)09:05");
    turnClockTo(LocalDateTime.of(2026, 11, 21, 9, 4));
    assertThat(posts(group)).noneMatch(text -> text.startsWith("【旬榜】"));
    turnClockTo(LocalDateTime.of(2026, 11, 21, 9, 6));
    assertThat(posts(group)).filteredOn(text -> text.startsWith("【旬榜】2026年11月中旬")).hasSize(1);
  }

  /** Reports in time for the next meeting, and reads who trains. */
  private void meeting(String day, String expected, int trainer) {
    LocalDate date = LocalDate.parse(day);
    turnClockTo(date.minusDays(3).atTime(18, 0));
    everybodyReports();
    turnClockTo(date.atTime(8, 50));
    assertThat(last("例会资料", "").lines().filter(line -> line.contains("月培训：")))
        .as(day)
        .containsExactly(expected.formatted(people.get(trainer)));
  }

  /** {@code 2026-12-01 12月 车娟} per private post that says so, in order of day. */
  private List<String> told(String words) {
    List<String> told = new ArrayList<>();
    for (String name : people) {
      for (String post : privately(name, words.startsWith("【") ? words : "【培训】")) {
        if (post.contains(words)) {
          String month =
              words.startsWith("【") ? "" : " " + post.substring(21, post.indexOf('月') + 1);
          told.add(post.substring(0, 10) + month + " " + name.substring(0, 2));
        }
      }
    }
    return told.stream().sorted(Comparator.comparing(line -> line.substring(0, 10))).toList();
  }

  private void everybodyReports() {
    for (int place = 0; place < people.size(); place++) {
      say(group, people.get(place), "签单" + (9 - place));
    }
  }

  private String last(String title, String day) {
    List<String> posts =
        posts(group).stream().filter(text -> text.startsWith("【" + title + "】" + day)).toList();
    return posts.get(posts.size() - 1);
  }

  /** {@code 2026-12-16T08:45} and the text of the private posts that begin so. */
  private List<String> privately(String user, String beginning) {
    String path =
        "/simulator/api/users/"
            + URLEncoder.encode(user, StandardCharsets.UTF_8)
            + "/messages?after=0";
    List<String> texts = new ArrayList<>();
    for (JsonNode post : JSON.readTree(send("GET", path, null).body())) {
      String text = post.path("text").asString();
      if (text.startsWith(beginning)) {
        texts.add(post.path("at").asString().substring(0, 16) + " " + text);
      }
    }
    return texts;
  }
}

package io.github.xunbang.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.FrontDoorTest;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a rep may say wrong, twice, late or in several steps; through the front door. */
class ReportFrontDoorIT extends FrontDoorTest {

  @Test
  void undoTakesBackOnlyTheOwnLastMessageAndShowsTheValues() {
    String group = teamOf("张敏");
    say(group, "张敏", "意向5");
    say(group, "张敏", "意向12 签单2");

    String undone = say(group, "张敏", "撤回");

    assertThat(undone).contains("12月3日(周四) 现在：意向客户5");
    assertThat(say(group, "张敏", "撤销")).contains("还没有数");
    assertThat(say(group, "张敏", "撤销")).contains("没有可以撤销的登记");
  }

  @Test
  void severalOpenQuestionsAreListedAndAnsweredByNumber() {
    String group = teamOf("张敏");
    say(group, "张敏", "业绩3.5");
    say(group, "张敏", "意向12 3家小区");

    String list = say(group, "张敏", "确认");
    assertThat(list).contains("确认 1").contains("确认 2");
    assertThat(today(group, "张敏")).contains("还没报");

    say(group, "张敏", "确认 1");
    assertThat(today(group, "张敏")).contains("今天：业绩3.5万");
  }

  @Test
  void politeWordsNeverConfirm() {
    String group = teamOf("张敏");
    say(group, "张敏", "业绩3.5");

    for (String polite : List.of("收到", "好的", "谢谢", "👍")) {
      say(group, "张敏", polite);
    }

    assertThat(today(group, "张敏")).contains("还没报");
  }

  @Test
  void anUnusuallyHighValueIsAskedAboutAfterTenReports() {
    String group = teamOf("张敏");
    for (int day = 1; day <= 10; day++) {
      at(LocalDateTime.of(2026, 12, day, 20, 0));
      say(group, "张敏", "意向1" + day % 3);
    }
    at(LocalDateTime.of(2026, 12, 11, 7, 0));

    String asked = say(group, "张敏", "意向120");

    assertThat(asked).contains("没多打0就回 1");
    assertThat(today(group, "张敏")).contains("还没报");
    say(group, "张敏", "1");
    assertThat(today(group, "张敏")).contains("意向客户120");
  }

  @Test
  void aGuardLapsesAfterTenMinutes() {
    String group = teamOf("张敏");
    for (int day = 1; day <= 10; day++) {
      at(LocalDateTime.of(2026, 12, day, 20, 0));
      say(group, "张敏", "意向12");
    }
    at(LocalDateTime.of(2026, 12, 11, 20, 0));
    say(group, "张敏", "意向120");
    at(LocalDateTime.of(2026, 12, 11, 20, 11));

    say(group, "张敏", "1");

    assertThat(today(group, "张敏")).contains("还没报");
  }

  @Test
  void quotingAForgottenMessageRegistersItForTheSender() {
    String group = teamOf("张敏");
    Map<String, Object> message = message(group, "张敏", "@旬榜");
    message.put("quote", "意向12 签单2");

    String answer = post(message).path("replies").path(0).path("text").asString();

    assertThat(answer).contains("张敏").contains("意向客户12 签单2");
    assertThat(today(group, "张敏")).contains("意向客户12 签单2");
  }

  @Test
  void oneBadLineOfATableStoresNothing() {
    String group = teamOf("张敏", "李强");

    String refused = say(group, "老板", "代报\n张敏 意向12\n李强 意向很多");

    assertThat(refused).contains("没有登记").contains("2");
    assertThat(today(group, "张敏")).contains("还没报");
  }

  @Test
  void sameFiguresAsYesterdayAreStoredAndRemarkedOn() {
    String group = teamOf("张敏");
    say(group, "张敏", "昨天 意向12 签单2 回款3.5万");

    String answer = say(group, "张敏", "意向12 签单2 回款3.5万");

    assertThat(answer).contains("已登记").contains("和前一天一模一样");
  }

  @Test
  void aZeroDayGetsAKindWord() {
    String group = teamOf("张敏");

    assertThat(say(group, "张敏", "没出单")).contains("已登记").contains("没关系");
  }

  @Test
  void theAnswerHasAtMostSixLines() {
    String group = teamOf("张敏", "李强");
    say(group, "李强", "意向20 签单5 回款9万");
    say(group, "张敏", "昨天 意向12 签单2 回款3.5万");
    say(group, "张敏", "意向10 签单1 回款1万");

    String answer = say(group, "张敏", "意向12 签单2 回款3.5万\n本月累计业绩：18.6万\n小结：拜访五店");

    assertThat(answer.lines().count()).isLessThanOrEqualTo(6);
  }

  static Stream<String> badInput() {
    return Stream.of(
        "意向",
        "12",
        "意向12 意向15",
        "意向99999",
        "12月9日 意向5",
        "😂",
        "小区3",
        "意向很多",
        "代报 张敏 意向12",
        "记录 李不在",
        "排名 不存在的指标",
        "任命 张敏 经理",
        "指标 新增 电话量 个",
        "<b>意向</b>12x",
        "\u0001\u0002",
        "打卡");
  }

  @ParameterizedTest
  @MethodSource("badInput")
  void badInputGetsOneClearAnswerAndStoresNothing(String typed) {
    String group = teamOf("张敏");

    String answer = say(group, "张敏", typed);

    assertThat(answer).isNotBlank().doesNotContain("Exception").doesNotContain("出了点问题");
    assertThat(answer.lines().count()).isLessThanOrEqualTo(8);
    assertThat(today(group, "张敏")).as(answer).contains("还没报");
  }

  @Test
  void aHundredKilobytesAreRefusedInOneSentence() {
    String group = teamOf("张敏");

    String answer = say(group, "张敏", "意向12 ".repeat(20_000));

    assertThat(answer).hasSizeLessThan(200);
    assertThat(today(group, "张敏")).contains("还没报");
  }

  @Test
  void namesWithMarkupNeverReachAPostAsMarkup() {
    String group = teamOf("张敏");
    Map<String, Object> message = message(group, "hacker", "意向3");
    message.put("name", "[点我](http://x)<b>*李*</b>@所有人");
    post(message);

    assertThat(say(group, "老板", "成员"))
        .doesNotContain("[点我]")
        .doesNotContain("<b>")
        .doesNotContain("@所有人");
  }

  @Test
  void nobodyReadsOrChangesAnotherTeam() {
    String mine = teamOf("张敏");
    String other = teamOf("李强");
    say(other, "李强", "意向8");

    assertThat(say(mine, "老板", "记录 李强")).doesNotContain("意向客户8");
    assertThat(say(mine, "老板", "代报 李强 意向1")).contains("没有登记");
    assertThat(today(other, "李强")).contains("意向客户8");
  }

  private String teamOf(String... names) {
    String group = newGroup();
    say(group, "老板", "成员");
    for (String name : names) {
      say(group, name, "成员");
    }
    return group;
  }

  private String today(String group, String user) {
    return say(group, user, "我的");
  }
}

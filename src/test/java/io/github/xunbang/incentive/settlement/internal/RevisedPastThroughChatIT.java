package io.github.xunbang.incentive.settlement.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.FrontDoorTest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Leave, targets and scores that change after a month was settled give differences by themselves,
 * and lines are found by the words that people use.
 */
class RevisedPastThroughChatIT extends FrontDoorTest {

  private static final LocalDateTime MORNING_AFTER = LocalDateTime.of(2027, 1, 1, 9, 6);

  private final String mark = newTeamMark();
  private final String group = newGroup();
  private final String boss = "老板" + mark;
  private final String zhang = "张敏" + mark;
  private final String li = "李强" + mark;

  @BeforeEach
  void aTeamWithRules() {
    at(LocalDateTime.of(2026, 11, 30, 10, 0));
    say(group, boss, "成员");
    sayPrivately(boss, "帮助");
    say(group, zhang, "我是 " + zhang);
    say(group, li, "我是 " + li);
  }

  @Test
  void leaveGivenAfterwardsMakesADifferenceByItself() {
    inForce("缺日报 月 一次罚10", "缺报每次绩效扣减建议10元");
    everyWorkdayExcept(LocalDate.of(2026, 12, 8), LocalDate.of(2026, 12, 9));
    turnClockTo(MORNING_AFTER);
    assertThat(lastToldPrivately(boss)).contains("#1 " + zhang + " 缺报(R1) 绩效扣减建议20元");

    assertThat(say(group, boss, "请假 " + zhang + " 12-08到12-09 病假")).startsWith("已登记");
    turnClockTo(MORNING_AFTER.plusMinutes(5));

    assertThat(lastToldPrivately(boss))
        .startsWith("【奖惩更正】2026年12月的数有更正，多出1条差额，原来的不动")
        .contains("绩效扣减建议更正1条共-20元", "#2 " + zhang + " 缺报(R1) 绩效扣减建议更正-20元");
    turnClockTo(MORNING_AFTER.plusMinutes(15));
    assertThat(toldPrivately(boss)).filteredOn(text -> text.startsWith("【奖惩更正】")).hasSize(1);
  }

  @Test
  void aScoreThatComesAfterwardsMakesADifferenceByItself() {
    say(group, boss, "评分 设置 服务 " + boss);
    inForce("服务评分 月 满90 奖200", "服务评分");
    turnClockTo(MORNING_AFTER);
    assertThat(lastToldPrivately(boss)).contains("服务评分还没有人打分，本条没有结果");

    sayPrivately(boss, "评分 服务 " + li + " 95 上月");
    turnClockTo(MORNING_AFTER.plusMinutes(5));

    assertThat(lastToldPrivately(boss)).contains("#1 " + li + " 服务评分达标奖(R1) 拟奖励更正+200元");
  }

  @Test
  void peopleFindLinesByNameAndGiveThemUpByRule() {
    inForce("缺报 月 每次扣10", "缺报");
    everyWorkdayExcept(LocalDate.of(2026, 12, 8));
    turnClockTo(MORNING_AFTER);

    assertThat(sayPrivately(boss, "为什么 " + zhang + " 奖惩"))
        .isEqualTo(sayPrivately(boss, "为什么 奖惩 " + zhang))
        .contains("#1 " + zhang, "缺日报：1次");
    assertThat(sayPrivately(li, "为什么 " + zhang + " 奖惩")).startsWith("没找到你能看的奖惩");
    assertThat(say(group, li, "为什么 " + zhang + " 的扣款")).isEqualTo("已私信你。");
    assertThat(sayPrivately(boss, "奖惩 预览 上上月")).startsWith("2026年11月没有生效的方案");
    assertThat(sayPrivately(boss, "奖惩 作废 R1")).contains("要写编号和理由");
    assertThat(sayPrivately(boss, "奖惩 作废 R1 上月")).contains("要写编号和理由", "作废 R1 ");
    assertThat(sayPrivately(boss, "奖惩 作废 R9 试运行")).startsWith("R9 在2026年12月没有还没发布的，没有改动");
    assertThat(givenUp("twice")).isEqualTo(givenUp("twice")).contains("已作废 #1：试运行");
    assertThat(sayPrivately(boss, "奖惩 作废 R1 试运行")).contains("之前就作废了");
  }

  @Test
  void whatWasPublishedIsGivenUpLineByLineOnly() {
    inForce("缺报 月 每次扣10", "缺报");
    everyWorkdayExcept(LocalDate.of(2026, 12, 8));
    turnClockTo(MORNING_AFTER);
    sayPrivately(boss, "奖惩 确认 全部");
    sayPrivately(boss, "奖惩 发布");

    assertThat(sayPrivately(boss, "奖惩 作废 R1 试运行")).contains("没有还没发布的", "奖惩 作废 31 理由");
    assertThat(sayPrivately(boss, "奖惩 作废 1 试运行")).startsWith("已作废 #1：试运行");
  }

  /** The same message, as a platform may deliver it again. */
  private String givenUp(String messageId) {
    Map<String, Object> message = message(null, boss, "奖惩 作废 R1 上月 试运行");
    message.put("private", true);
    message.put("messageId", messageId + mark);
    return post(message).path("replies").toString();
  }

  private void inForce(String rule, String shown) {
    String draft = say(group, boss, "方案 加 " + rule);
    assertThat(draft).contains("已写成草稿", shown);
    String id = draft.replaceFirst("(?s)^已写成草稿 (F\\d+) .*$", "$1");
    assertThat(say(group, boss, "方案 生效 " + id + " 12-01")).contains("生效");
  }

  private void everyWorkdayExcept(LocalDate... missed) {
    for (LocalDate day = LocalDate.of(2026, 12, 1); day.getYear() == 2026; day = day.plusDays(1)) {
      if (day.getDayOfWeek().getValue() < 6) {
        at(day.atTime(19, 0));
        say(group, li, "日报 签单1");
        if (!List.of(missed).contains(day)) {
          say(group, zhang, "日报 签单1");
        }
        say(group, boss, "日报 签单1");
      }
    }
  }
}

package io.github.xunbang.digest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.FrontDoorTest;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Campaigns of a festival: set by its name alone, and ranked when its days are over (S-93). */
class FestivalBoardIT extends FrontDoorTest {

  @ParameterizedTest
  @CsvSource({
    "端午促销 端午节, 2026-06-19, 2026-06-21",
    "中秋团圆购 中秋节, 2026-09-25, 2026-09-27",
    "国庆黄金周, 2026-10-01, 2026-10-07",
    "端午预热 端午节前3天, 2026-06-16, 2026-06-18"
  })
  void aFestivalCountsOnItsOwnDaysAndItsBoardComesOnTheMorningAfter(
      String typed, LocalDate first, LocalDate last) {
    String group = newGroup();
    String mark = newTeamMark();
    String boss = "老板" + mark;
    String zhang = "张敏" + mark;
    at(first.minusDays(1).atTime(18, 0));
    say(group, boss, "成员");
    assertThat(say(group, boss, "设置 活动 " + typed)).startsWith("已改好：活动 ");
    say(group, zhang, "签单9");

    turnClockTo(first.atTime(18, 0));
    say(group, zhang, "签单2");
    turnClockTo(last.atTime(18, 0));
    say(group, boss, first.equals(last) ? "签单1" : "签单3");
    turnClockTo(last.plusDays(1).atTime(8, 34));
    assertThat(boards(group)).isZero();
    turnClockTo(last.plusDays(1).atTime(8, 37));

    assertThat(boards(group)).isEqualTo(1);
    String board =
        posts(group).stream().filter(text -> text.startsWith("【活动榜】")).findFirst().orElseThrow();
    assertThat(board)
        .contains(typed.split(" ")[0])
        .contains("1. " + boss + " 3单", "2. " + zhang + " 2单")
        .doesNotContain("11单");
  }

  private long boards(String group) {
    return posts(group).stream().filter(text -> text.startsWith("【活动榜】")).count();
  }
}

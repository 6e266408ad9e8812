package io.github.xunbang;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The main job through the front door: reps report, the clock passes the 旬, the ranking comes back
 * by itself.
 */
class MainJobIT extends FrontDoorTest {

  @Test
  void postsTheRankingByItselfOnceTheXunIsOver() {
    String group = newGroup();
    say(group, "张敏", "日报 意向12 签单2 回款3.5万");
    say(group, "李强", "意向8 签单3");
    say(group, "车娟", "签单2");
    say(group, "王芳", "成员");

    turnClockTo(LocalDateTime.of(2026, 12, 11, 8, 36));

    List<String> boards = posts(group).stream().filter(text -> text.startsWith("【旬榜】")).toList();
    assertThat(boards).hasSize(1);
    assertThat(boards.get(0))
        .startsWith("【旬榜】2026年12月上旬 第1期")
        .containsSubsequence("签单", "1. 李强 3", "2. 张敏 2", "2. 车娟 2")
        .contains("王芳");
  }

  @Test
  void turningTheClockAgainPostsNothingTwice() {
    String group = newGroup();
    say(group, "张敏", "签单2");

    turnClockTo(LocalDateTime.of(2026, 12, 11, 8, 36));
    turnClockTo(LocalDateTime.of(2026, 12, 12, 8, 36));

    assertThat(posts(group)).filteredOn(text -> text.startsWith("【旬榜】")).hasSize(1);
  }

  @Test
  void aXunWithoutFiguresIsNeitherPostedNorNumbered() {
    String group = newGroup();
    say(group, "张敏", "成员");
    turnClockTo(LocalDateTime.of(2026, 12, 12, 10, 0));

    say(group, "张敏", "签单2");
    turnClockTo(LocalDateTime.of(2026, 12, 21, 8, 36));

    assertThat(posts(group))
        .filteredOn(text -> text.startsWith("【旬榜】"))
        .singleElement()
        .asString()
        .startsWith("【旬榜】2026年12月中旬 第1期");
  }

  @Test
  void theSameMessageSentAgainGetsTheSameAnswerAndChangesNothing() {
    String group = newGroup();
    Map<String, Object> message = message(group, "张敏", "签单+2");
    message.put("messageId", "m-" + group);

    String first = post(message).path("replies").toString();
    String second = post(message).path("replies").toString();

    assertThat(second).isEqualTo(first);
    assertThat(say(group, "张敏", "我的")).contains("今天：签单2");
  }

  @Test
  void aLateReportLeavesTheFrozenBoardAlone() {
    String group = newGroup();
    say(group, "张敏", "签单2");
    say(group, "李强", "签单1");
    turnClockTo(LocalDateTime.of(2026, 12, 11, 8, 36));

    String refused = say(group, "李强", "12月10日 签单5");

    assertThat(refused).contains("封榜");
    assertThat(say(group, "李强", "排名 签单 上旬")).contains("1. 张敏 2").contains("第1期");
  }
}

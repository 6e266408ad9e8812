package io.github.xunbang.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.FrontDoorTest;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 排名 and 为什么 as people type them. */
class RankingFrontDoorIT extends FrontDoorTest {

  private static final List<String> NAMES =
      List.of(
          "赵一", "钱二", "孙三", "李四", "周五", "吴六", "郑七", "王八一", "冯九", "陈十", "褚一一", "卫一二", "蒋一三", "沈一四");

  @Test
  void peopleOfOneUnitAndUnitsOfOneKindInFreeOrder() {
    String group = newGroup();
    enrol(group, "张敏", "一组", "签单5");
    enrol(group, "李强", "二组", "签单3");
    enrol(group, "王芳", "一组", "签单1");

    assertThat(say(group, "张敏", "排名 一组 签单 上旬"))
        .startsWith("【排行】签单 一组 2026年12月上旬 进行中\n1. 张敏 5单\n2. 王芳 1单")
        .doesNotContain("李强");
    assertThat(say(group, "张敏", "排名 上旬 小组 签单"))
        .startsWith("【排行】签单 小组 2026年12月上旬 进行中\n1. 一组 6单\n2. 二组 3单");
    assertThat(say(group, "张敏", "排名小组签单本月")).startsWith("【排行】签单 小组 2026年12月 进行中\n1. 一组 6单");
    assertThat(say(group, "张敏", "排名 门店 签单")).startsWith("还没有门店");
  }

  @Test
  void aGroupThatShowsOneUnitReadsOnlyItsPeopleWhateverIsAsked() {
    String group = newGroup();
    enrol(group, "张敏", "一组", "签单5");
    enrol(group, "李强", "二组", "签单3");
    enrol(group, "王芳", "二组", "签单1");

    assertThat(say(group, "张敏", "设置 本群 只看 二组")).contains("二组");

    assertThat(say(group, "李强", "排名 签单")).contains("1. 李强 3单\n2. 王芳 1单").doesNotContain("张敏");
    assertThat(say(group, "李强", "排名 小组 签单")).contains("1. 二组 4单").doesNotContain("一组");
    say(group, "张敏", "设置 本群 看全部");
    assertThat(say(group, "李强", "排名 签单")).contains("1. 张敏 5单\n2. 李强 3单");
  }

  @Test
  void inPrivateOneReadsTheOwnFivePlacesAndTheWholeList() {
    String group = newGroup();
    for (int index = 0; index < NAMES.size(); index++) {
      say(group, NAMES.get(index), "签单" + (40 - index));
    }

    assertThat(sayPrivately("卫一二", "排名 签单"))
        .contains("…共14人上榜")
        .contains(
            "你的前后：\n10. 陈十 31单\n11. 褚一一 30单\n12. 卫一二 29单\n13. 蒋一三 28单\n14. 沈一四 27单\n"
                + "你第12名，共14人上榜，再有1单就追平前一名");
    assertThat(sayPrivately("卫一二", "排名 签单 全部")).endsWith("14. 沈一四 27单");
    assertThat(say(group, "卫一二", "排名 签单")).doesNotContain("你的前后").doesNotContain("沈一四");
  }

  @Test
  void tiesAreSharedUnlessTheManagerLetsTheFirstStandFirst() {
    String group = newGroup();
    say(group, "张敏", "意向1");
    say(group, "李强", "签单2");
    at(THURSDAY_EVENING.plusMinutes(5));
    say(group, "张敏", "签单2");

    assertThat(say(group, "张敏", "排名 签单")).contains("1. 张敏 2单\n1. 李强 2单");
    say(group, "张敏", "设置 并列 先到");
    assertThat(say(group, "张敏", "排名 签单")).contains("1. 李强 2单\n2. 张敏 2单\n前十名数值相同时，先达到的排前");
  }

  @Test
  void theLastPlacesAreNamedOnlyAfterAskingTwice() {
    String group = newGroup();
    NAMES.forEach(name -> say(group, name, "签单" + (40 - NAMES.indexOf(name))));

    assertThat(say(group, NAMES.get(0), "设置 末段公示 开")).contains("设置 末段公示 确认开");
    assertThat(say(group, NAMES.get(0), "排名 签单")).doesNotContain("待努力");
    say(group, NAMES.get(0), "设置 末段公示 确认开");
    assertThat(say(group, NAMES.get(0), "排名 签单")).contains("待努力：卫一二、蒋一三、沈一四");
  }

  @Test
  void whyTellsFormulaEntriesAndPlaceAndKeepsOthersEntriesPrivate() {
    String group = newGroup();
    say(group, "贺敏", "签单2");
    say(group, "贺敏", "改 签单 4");
    say(group, "贺强", "签单3");

    assertThat(say(group, "贺敏", "为什么 我第1名"))
        .startsWith("贺敏 签单 2026年12月上旬：4单\n算法：每天的数加起来")
        .contains("#261203-2 12-3 21:40 签单2→4", "名次：第1名，共2人上榜");
    assertThat(say(group, "贺强", "为什么 贺敏 签单"))
        .contains("名次：第1名", "只有本人、组长和经理能看")
        .doesNotContain("#261203");
    assertThat(sayPrivately("贺强", "为什么 贺敏 意向 本月")).startsWith("别人的数只有本人、组长和经理能看");
    assertThat(sayPrivately("贺敏", "为什么 贺强 签单")).contains("#261203-1 12-3 21:40 签单3");
  }

  @Test
  void whyOfAFrozenPlaceNamesTheClosing() {
    String group = newGroup();
    say(group, "张敏", "签单2");
    turnClockTo(LocalDateTime.of(2026, 12, 11, 8, 36));

    assertThat(say(group, "张敏", "为什么 我第1名"))
        .contains("张敏 签单 2026年12月上旬：2单", "已封榜（第1期），榜上2单\n名次：第1名，共1人上榜");
  }

  @Test
  void monthBoardsFollowTheXunBoardAndComeInOrder() {
    String group = newGroup();
    enrol(group, "张敏", "一组", "签单5");
    at(LocalDateTime.of(2026, 12, 31, 20, 0));
    say(group, "张敏", "签单2");
    turnClockTo(LocalDateTime.of(2027, 1, 1, 8, 36));

    assertThat(
            posts(group).stream()
                .filter(text -> text.startsWith("【"))
                .map(RankingFrontDoorIT::title))
        .containsSubsequence(
            "【旬榜】2026年12月下旬 第2期",
            "【半月榜】2026年12月下半月 第2期",
            "【月榜】2026年12月 第1期",
            "【季榜】2026年第4季度 第1期",
            "【年榜】2026年 第1期");
  }

  private static String title(String post) {
    return post.lines().findFirst().orElseThrow();
  }

  private void enrol(String group, String name, String unit, String report) {
    say(group, name, "我是 " + name + " 业务员 " + unit);
    say(group, name, report);
  }
}

package io.github.xunbang.deal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.FrontDoorTest;
import java.time.LocalDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The customer's own rules about deals, said as people say them and with the clock turned: credit
 * on payment (S-56, S-58), halves (S-55), the 30th (S-57), and what comes back after a closing.
 */
class DealsThroughChatIT extends FrontDoorTest {

  private static final String BOSS = "方总";

  private String group;

  @BeforeEach
  void aTeamThatCountsDeals() {
    group = newGroup();
    at(LocalDateTime.of(2026, 12, 1, 9, 10));
    assertThat(say(group, BOSS, "成员")).contains(BOSS);
    say(group, BOSS, "小组 一组\n小组 二组");
    say(group, "张敏", "我是 张敏 一组");
    say(group, "李强", "我是 李强 二组");
    assertThat(say(group, BOSS, "设置 签单来源 签单")).contains("12月2日");
    turnClockTo(LocalDateTime.of(2026, 12, 2, 9, 10));
  }

  @Test
  void signedOnThe25thAndPaidOnThe2ndCountsInTheNextMonth() {
    turnClockTo(LocalDateTime.of(2026, 12, 25, 15, 10));
    assertThat(say(group, "张敏", "签单 王女士 5.8万")).contains("#1", "5.8万");
    turnClockTo(LocalDateTime.of(2027, 1, 2, 11, 10));

    assertThat(say(group, "张敏", "回款 #1 5.8万")).contains("#1", "5.8万");

    assertThat(say(group, BOSS, "排名 签单 本月")).contains("2027年1月", "1. 张敏 1单");
    assertThat(say(group, BOSS, "排名 回款 本月")).contains("1. 张敏 5.8万");
    assertThat(say(group, BOSS, "排名 签单 上月")).doesNotContain("张敏 1单");
  }

  @Test
  void halvesGiveEachHalfAndTheUnitsTogetherOne() {
    assertThat(say(group, "张敏", "签单 王女士5.8万 协作@李强(二组)")).contains("0.5", "李强");
    say(group, "李强", "是");
    say(group, "张敏", "回款 #1 3万");
    assertThat(say(group, BOSS, "排名 签单")).doesNotContain("0.5单");

    say(group, "张敏", "回款 #1 尾款");

    assertThat(say(group, BOSS, "排名 签单")).contains("张敏 0.5单", "李强 0.5单");
    assertThat(say(group, BOSS, "排名 回款")).contains("张敏 2.9万", "李强 2.9万");
    assertThat(say(group, BOSS, "排名 小组 签单")).contains("一组 0.5单", "二组 0.5单");
    assertThat(say(group, BOSS, "战报")).contains("签单 1单");
  }

  @Test
  void halvesWithinOneUnitGiveItOneWholeDeal() {
    say(group, "王芳", "我是 王芳 一组");
    say(group, "张敏", "签单 天府置业 12万 协作 王芳");
    say(group, "张敏", "回款 #1 全款");

    assertThat(say(group, "张敏", "回款 #1 1万")).contains("已经收齐", "更正 #1 回款1");
    assertThat(say(group, BOSS, "排名 小组 签单")).contains("一组 1单");
    assertThat(say(group, BOSS, "排名 小组 回款")).contains("一组 12万");
  }

  @Test
  void withSettlementOnThe30thThe31stBelongsToTheNextMonth() {
    assertThat(say(group, BOSS, "设置 结算日 30")).contains("30号结算");
    turnClockTo(LocalDateTime.of(2027, 1, 29, 10, 10));
    say(group, "张敏", "签单 王女士 5.8万");
    say(group, "李强", "签单 陈先生 3万");
    turnClockTo(LocalDateTime.of(2027, 1, 30, 10, 10));
    say(group, "李强", "回款 #2 全款");
    turnClockTo(LocalDateTime.of(2027, 1, 31, 10, 10));

    say(group, "张敏", "回款 #1 全款");

    assertThat(say(group, BOSS, "排名 签单 本月")).contains("2027年2月", "张敏 1单");
    assertThat(say(group, BOSS, "排名 签单 本月")).doesNotContain("李强 1单");
    assertThat(say(group, BOSS, "排名 签单 上月")).contains("李强 1单").doesNotContain("张敏 1单");
  }

  @Test
  void aRefundAfterTheClosingStandsInTheOpenPeriodAndTheFrozenBoardStays() {
    turnClockTo(LocalDateTime.of(2026, 12, 3, 10, 10));
    say(group, "张敏", "签单 王女士 5.8万");
    say(group, "张敏", "回款 #1 全款");
    say(group, "李强", "签单 陈先生 3万");
    say(group, "李强", "回款 #2 全款");
    turnClockTo(LocalDateTime.of(2026, 12, 11, 8, 36));
    String published = board("【旬榜】2026年12月上旬");
    assertThat(published).contains("张敏 1单", "李强 1单");
    String frozen = say(group, BOSS, "排名 签单 上旬");
    turnClockTo(LocalDateTime.of(2026, 12, 12, 10, 10));

    String answer = say(group, BOSS, "退单 #1 客户不装了");

    assertThat(answer).contains("#1", "冲12月上旬", "-1单");
    assertThat(say(group, BOSS, "排名 签单 上旬")).isEqualTo(frozen);
    assertThat(say(group, BOSS, "排名 签单 中旬")).contains("-1单");
    assertThat(say(group, BOSS, "排名 回款 中旬")).contains("-5.8万");
    assertThat(say(group, BOSS, "排名 签单 本月")).contains("李强 1单");
    assertThat(board("【旬榜】2026年12月上旬")).isEqualTo(published);
  }

  @Test
  void oneMessageSentTwiceIsOneDeal() {
    var line = message(group, "张敏", "签单 王女士 5.8万");
    line.put("messageId", "once-" + group);

    String first = post(line).toString();
    String again = post(line).toString();

    assertThat(again).isEqualTo(first);
    assertThat(say(group, "张敏", "未回款")).containsOnlyOnce("王女士");
  }

  @Test
  void whatCannotBeIsAnsweredWithALineToTypeInstead() {
    say(group, "张敏", "签单 王女士 5.8万");

    assertThat(say(group, "张敏", "签单 李先生 3万 协作 李强 0.5 占比 0.6")).contains("1.1", "请这样写");
    assertThat(say(group, "张敏", "签单 李先生 3万 协作 张敏")).contains("自己");
    assertThat(say(group, "张敏", "回款 #1 6万")).contains("5.8万");
    assertThat(say(group, "张敏", "回款 #1 1万 12-01")).contains("12月2日");
    assertThat(say(group, "张敏", "回款 #99 1万")).contains("#99");
    assertThat(say(group, "张敏", "签单 王女士 5.8万")).contains("1 =");
    say(group, BOSS, "退单 #1 录错了");
    assertThat(say(group, "张敏", "回款 #1 1万")).contains("退单");
    assertThat(say(group, BOSS, "未回款")).doesNotContain("王女士");
  }

  private String board(String title) {
    return posts(group).stream().filter(post -> post.startsWith(title)).findFirst().orElseThrow();
  }
}

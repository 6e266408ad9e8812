package io.github.xunbang.closing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.FrontDoorTest;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Settlement months and campaigns, set in chat, freeze on the day after their last. */
class OwnPeriodsIT extends FrontDoorTest {

  private final String group = newGroup();

  @Autowired private OrganizationService organizations;
  @Autowired private ClosingService closings;

  @Test
  void aSettlementMonthFreezesOnTheMorningAfterItsCutOff() {
    at(LocalDateTime.of(2026, 11, 20, 10, 0));
    say(group, "张敏", "设置 结算日 30");
    at(LocalDateTime.of(2026, 12, 30, 21, 0));
    say(group, "张敏", "签单2");

    turnClockTo(LocalDateTime.of(2026, 12, 31, 8, 29));
    assertThat(closed("MONTH", "2026-12-01", "2026-12-30")).isEmpty();
    turnClockTo(LocalDateTime.of(2026, 12, 31, 8, 36));
    say(group, "张敏", "签单5");

    assertThat(closed("MONTH", "2026-12-01", "2026-12-30").orElseThrow().number()).isEqualTo(1);
    assertThat(say(group, "张敏", "排名 签单 上月"))
        .contains("2026年12月")
        .contains("第1期")
        .contains("1. 张敏 2");
    assertThat(say(group, "张敏", "排名 签单 本月"))
        .contains("2027年1月")
        .contains("进行中")
        .contains("1. 张敏 5");
  }

  @Test
  void quarterAndYearEndWithTheSettlementMonthAndXunsStayNatural() {
    at(LocalDateTime.of(2026, 11, 20, 10, 0));
    say(group, "张敏", "设置 结算日 30");
    at(LocalDateTime.of(2026, 12, 30, 21, 0));
    say(group, "张敏", "签单2");

    turnClockTo(LocalDateTime.of(2027, 1, 1, 8, 36));

    assertThat(closed("QUARTER", "2026-10-01", "2026-12-30")).isPresent();
    assertThat(closed("YEAR", "2026-01-01", "2026-12-30")).isPresent();
    assertThat(closed("XUN", "2026-12-21", "2026-12-31")).isPresent();
    assertThat(closed("MONTH", "2026-12-01", "2026-12-31")).isEmpty();
  }

  @Test
  void theRunningMonthStaysWhatItWasWhenTheDayChanges() {
    say(group, "张敏", "设置 结算日 25");

    Organization team = organization();

    assertThat(team.periods().month(YearMonth.of(2026, 12)))
        .isEqualTo(Period.containing(PeriodType.MONTH, LocalDate.of(2026, 12, 1)));
    assertThat(team.periods().month(YearMonth.of(2027, 1)).end()).isEqualTo("2027-01-25");
  }

  @Test
  void aCampaignFreezesOnTheMorningAfterItsEndAndOnlyOnce() {
    say(group, "张敏", "签单2");
    say(group, "张敏", "设置 活动 冲刺周 12-3到12-5");
    at(LocalDateTime.of(2026, 12, 5, 20, 0));
    say(group, "李强", "签单3");

    turnClockTo(LocalDateTime.of(2026, 12, 6, 8, 36));
    say(group, "李强", "签单9");
    turnClockTo(LocalDateTime.of(2026, 12, 7, 8, 36));

    Closed campaign = closed("CAMPAIGN", "2026-12-03", "2026-12-05").orElseThrow();
    assertThat(campaign.number()).isEqualTo(1);
    assertThat(campaign.period().type()).isEqualTo(PeriodType.CAMPAIGN);
    assertThat(say(group, "张敏", "排名 签单 冲刺周"))
        .contains("第1期")
        .containsSubsequence("1. 李强 3", "2. 张敏 2");
    assertThat(say(group, "张敏", "设置 活动 取消 冲刺周")).contains("已经结束封榜");
  }

  @Test
  void aCampaignSetUpAfterItsEndNeverFreezes() {
    at(LocalDateTime.of(2026, 12, 2, 20, 0));
    say(group, "张敏", "签单2");
    at(LocalDateTime.of(2026, 12, 6, 7, 0));
    say(group, "张敏", "设置 活动 回顾 2026-12-01到2026-12-05");

    turnClockTo(LocalDateTime.of(2026, 12, 7, 9, 0));

    assertThat(closed("CAMPAIGN", "2026-12-01", "2026-12-05")).isEmpty();
    assertThat(say(group, "张敏", "排名 签单 回顾")).contains("1. 张敏 2").contains("已结束");
    assertThat(say(group, "张敏", "设置 活动 取消 回顾")).isEqualTo("已改好：活动 无");
  }

  @Test
  void aLaterClosingTimeSetInChatMovesTheClosing() {
    say(group, "张敏", "签单2");
    say(group, "张敏", "设置 封榜时间 10:00");

    turnClockTo(LocalDateTime.of(2026, 12, 11, 9, 59));
    assertThat(closed("XUN", "2026-12-01", "2026-12-10")).isEmpty();
    turnClockTo(LocalDateTime.of(2026, 12, 11, 10, 1));

    assertThat(closed("XUN", "2026-12-01", "2026-12-10")).isPresent();
  }

  @Test
  void aSettlementMonthClosedThisMorningIsNotReopenedByALaterClosingTime() {
    at(LocalDateTime.of(2026, 11, 20, 10, 0));
    say(group, "张敏", "设置 结算日 25");
    at(LocalDateTime.of(2026, 12, 26, 9, 0));

    assertThat(say(group, "张敏", "设置 封榜时间 10:00")).startsWith("今早的榜已在 08:30 封好");
  }

  private Organization organization() {
    return organizations.boundTo(Conversation.group("simulator", group)).orElseThrow();
  }

  private Optional<Closed> closed(String type, String start, String end) {
    return closings.find(
        organization().id(),
        new Period(PeriodType.valueOf(type), LocalDate.parse(start), LocalDate.parse(end)));
  }
}

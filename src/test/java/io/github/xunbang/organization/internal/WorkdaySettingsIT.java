package io.github.xunbang.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.FrontDoorTest;
import io.github.xunbang.calendar.Workdays;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.organization.OrganizationService;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What managers set in chat decides what a workday is; 2026-12-25 is a Friday. */
class WorkdaySettingsIT extends FrontDoorTest {

  private final String group = newGroup();

  @Autowired private OrganizationService organizations;
  @Autowired private Workdays workdays;

  @BeforeEach
  void speakOnce() {
    say(group, "张敏", "成员");
  }

  @Test
  void aTeamThatSetsNothingHasTheStatutoryWeek() {
    assertThat(isWorkday("2026-12-25")).isTrue();
    assertThat(isWorkday("2026-12-26")).isFalse();
    assertThat(isWorkday("2026-10-01")).isFalse();
    assertThat(isWorkday("2025-10-11")).isTrue();
  }

  @Test
  void aSixDayTeamRestsOnHolidaysAndWorksOnMakeUpDays() {
    say(group, "张敏", "设置 工作日 周一到周六");

    assertThat(isWorkday("2026-12-26")).isTrue();
    assertThat(isWorkday("2026-12-27")).isFalse();
    assertThat(isWorkday("2026-10-03")).as("Saturday of National Day").isFalse();
    assertThat(isWorkday("2024-02-04")).as("make-up Sunday").isTrue();
    assertThat(isWorkday("2025-01-26")).as("make-up Sunday").isTrue();
  }

  @Test
  void aTeamThatWorksEveryDayIgnoresTheTable() {
    say(group, "张敏", "设置 工作日 每天");

    assertThat(workdays.count(id(), LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)))
        .isEqualTo(365);
  }

  @Test
  void extraDaysAccumulateAndCanBeTakenBack() {
    say(group, "张敏", "设置 放假 12-25");
    say(group, "张敏", "设置 放假 12-30到1-2");
    say(group, "张敏", "设置 加班日 12月27日");
    say(group, "张敏", "设置 放假 11-20");
    assertThat(isWorkday("2026-12-25")).isFalse();
    assertThat(isWorkday("2026-12-31")).isFalse();
    assertThat(isWorkday("2027-01-01")).isFalse();
    assertThat(isWorkday("2026-12-27")).isTrue();
    assertThat(isWorkday("2026-11-20")).isFalse();

    say(group, "张敏", "设置 放假 取消 12-25");
    say(group, "张敏", "设置 加班日 取消 12-27");

    assertThat(isWorkday("2026-12-25")).isTrue();
    assertThat(isWorkday("2026-12-27")).isFalse();
    assertThat(say(group, "张敏", "设置 放假")).startsWith("放假：2026-11-20、2026-12-30到2027-01-02");
  }

  @Test
  void aYearForTwoThousandPeopleIsCountedQuickly() {
    say(group, "张敏", "设置 工作日 周一到周六");
    say(group, "张敏", "设置 放假 12-25到12-27");
    String team = id();
    workdays.count(team, "m0", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));

    long started = System.nanoTime();
    for (int person = 0; person < 2_000; person++) {
      workdays.count(team, "m" + person, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
    }
    long millis = (System.nanoTime() - started) / 1_000_000;

    // Measured at 230 ms on a machine seven times overloaded; the limit only tells a look-up per
    // day from one per person.
    assertThat(millis).isLessThan(3_000);
  }

  private boolean isWorkday(String day) {
    return workdays.isWorkday(id(), LocalDate.parse(day));
  }

  private String id() {
    return organizations.boundTo(Conversation.group("simulator", group)).orElseThrow().id();
  }
}

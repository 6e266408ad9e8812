package io.github.xunbang.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xunbang.boards.Teams;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.SettlementDays;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettlementDaySettingTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  private final SettlementDaySetting setting = new SettlementDaySetting();

  @ParameterizedTest
  @CsvSource({
    "30,2026-12=30",
    "每月30号,2026-12=30",
    "25日,2026-12=25",
    "1,2026-12=1",
    "自然月,''",
    "取消,''"
  })
  void startsWithTheNextMonth(String typed, String stored) {
    assertThat(setting.parse(typed, team(""), TODAY)).isEqualTo(stored);
  }

  @Test
  void settingItAgainReplacesTheChangeThatWaits() {
    assertThat(setting.parse("25", team("2026-12=30"), TODAY)).isEqualTo("2026-12=25");
    assertThat(setting.parse("自然月", team("2026-12=30"), TODAY)).isEmpty();
  }

  @Test
  void aChangeInForceStaysAndANewOneFollows() {
    LocalDate lastDay = LocalDate.of(2026, 12, 31);

    assertThat(setting.parse("自然月", team("2026-12=30"), lastDay)).isEqualTo("2026-12=30,2027-02=0");
  }

  @Test
  void saysFromWhichDateOn() {
    assertThat(setting.show(team("2026-12=30"))).isEqualTo("2026年12月1日起每月30号结算（首月到12月30日）");
    assertThat(setting.show(team("2026-12=30,2027-02=0")))
        .isEqualTo("2026年12月1日起每月30号结算（首月到12月30日）；2027年1月31日起按自然月（首月到2月28日）");
    assertThat(setting.show(team("2026-12=5"))).isEqualTo("2026年12月1日起每月5号结算（首月到1月5日）");
  }

  @ParameterizedTest
  @ValueSource(strings = {"31", "31号", "0", "32", "-1", "三", "30.5"})
  void refusesWhatIsNoSettlementDay(String typed) {
    assertThatThrownBy(() -> setting.parse(typed, team(""), TODAY))
        .isInstanceOf(CommandRejectedException.class)
        .hasMessageContaining("不设即按自然月");
  }

  @Test
  void runningAndPastMonthsNeverChangeWhateverIsSet() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      Organization team = team("");
      LocalDate today = TODAY;
      for (int change = 0; change < 12; change++) {
        today = today.plusDays(random.nextInt(60));
        int day = random.nextInt(31);
        String typed = day == 0 ? "自然月" : String.valueOf(day);
        Organization after = team(setting.parse(typed, team, today));
        Period running = team.periods().containing(PeriodType.MONTH, today);
        for (LocalDate one = TODAY; !one.isAfter(running.end()); one = one.plusDays(1)) {
          assertThat(after.periods().containing(PeriodType.MONTH, one))
              .as("seed %d, %s on %s", seed, typed, today)
              .isEqualTo(team.periods().containing(PeriodType.MONTH, one));
        }
        team = after;
      }
    }
  }

  private static Organization team(String stored) {
    return OrganizationChange.settings(Teams.of("张敏"), Map.of(SettlementDays.SETTING, stored));
  }
}

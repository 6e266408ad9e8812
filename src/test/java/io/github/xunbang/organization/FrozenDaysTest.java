package io.github.xunbang.organization;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.boards.Teams;
import io.github.xunbang.calendar.PeriodType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrozenDaysTest {

  @ParameterizedTest
  @CsvSource({
    "2026-12-10,2026-12-11T08:29,false",
    "2026-12-10,2026-12-11T08:30,true",
    // The first half-month ends inside the second 旬.
    "2026-12-15,2026-12-16T08:29,false",
    "2026-12-15,2026-12-16T08:30,true",
    "2026-12-16,2026-12-20T23:00,false",
    "2026-12-16,2026-12-21T08:30,true"
  })
  void aDayIsFrozenWithTheFirstPeriodThatContainsIt(String day, String now, boolean frozen) {
    assertThat(Teams.of("张敏").isFrozen(LocalDate.parse(day), at(now))).isEqualTo(frozen);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-25,2026-12-26T08:29,false",
    "2026-12-25,2026-12-26T08:30,true",
    "2026-12-26,2026-12-26T08:30,false"
  })
  void aSettlementMonthFreezesDaysInTheMiddleOfAXun(String day, String now, boolean frozen) {
    Organization team = team(Map.of(SettlementDays.SETTING, "2026-12=25"), List.of());

    assertThat(team.isFrozen(LocalDate.parse(day), at(now))).isEqualTo(frozen);
  }

  @Test
  void aCampaignFreezesItsDaysUnlessItWasSetUpAfterwards() {
    LocalDate start = LocalDate.of(2026, 12, 1);
    LocalDate end = LocalDate.of(2026, 12, 5);
    Organization before = team(Map.of(), List.of(new Campaign("冲刺周", start, end, List.of(), end)));
    Organization after =
        team(Map.of(), List.of(new Campaign("冲刺周", start, end, List.of(), end.plusDays(1))));

    assertThat(before.isFrozen(end, at("2026-12-06T08:30"))).isTrue();
    assertThat(before.isFrozen(end.plusDays(1), at("2026-12-07T08:30"))).isFalse();
    assertThat(after.isFrozen(end, at("2026-12-06T08:30"))).isFalse();
    assertThat(after.freezingPeriods(end))
        .noneMatch(period -> period.type() == PeriodType.CAMPAIGN);
  }

  @Test
  void campaignsOfTheSameDatesAreOnePeriod() {
    LocalDate day = LocalDate.of(2026, 12, 5);
    Organization team =
        team(
            Map.of(),
            List.of(
                new Campaign("甲", day, day, List.of("u1")),
                new Campaign("乙", day, day, List.of("u2"))));

    assertThat(team.freezingPeriods(day))
        .filteredOn(period -> period.type() == PeriodType.CAMPAIGN)
        .hasSize(1);
  }

  private static Organization team(Map<String, String> settings, List<Campaign> campaigns) {
    Organization team = Teams.of("张敏");
    return new Organization(
        team.id(),
        team.name(),
        team.businessDay(),
        settings,
        true,
        team.groups(),
        team.members(),
        new Structure(team.units(), List.of(), List.of(), campaigns),
        team.createdAt());
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
  }
}

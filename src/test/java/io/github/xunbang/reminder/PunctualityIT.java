package io.github.xunbang.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.FrontDoorTest;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.metric.DaySheets;
import io.github.xunbang.metric.Ledger;
import io.github.xunbang.metric.ReportPunctuality;
import io.github.xunbang.metric.ReportPunctuality.Counts;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Missing and late reports of a week: Tuesday 1 to Monday 7 December 2026. */
class PunctualityIT extends FrontDoorTest {

  private static final LocalDate TUESDAY = LocalDate.of(2026, 12, 1);
  private static final LocalDate MONDAY = LocalDate.of(2026, 12, 7);

  @Autowired private ReportPunctuality punctuality;
  @Autowired private Ledger ledger;
  @Autowired private OrganizationService organizations;

  private final String mark = newTeamMark();
  private final String group = newGroup();
  private final String boss = "老板" + mark;
  private final String zhang = "张敏" + mark;
  private final String li = "李强" + mark;

  @BeforeEach
  void enrolOnTuesday() {
    at(TUESDAY.atTime(9, 5));
    say(group, boss, "门店\n一区\n五店 一区");
    say(group, zhang, "我是 " + zhang);
    say(group, li, "我是 " + li);
  }

  @Test
  void countsWorkdaysOfThePersonWithoutAReportAndReportsAfterTheirDay() {
    say(group, zhang, "意向5");
    say(group, boss, "请假 " + zhang + " 12-02 事假");
    say(group, boss, "请假 " + zhang + " 12-03下午 事假");
    at(LocalDateTime.of(2026, 12, 5, 10, 0));
    say(group, zhang, "昨天 意向3");
    at(LocalDateTime.of(2026, 12, 8, 0, 40));
    say(group, zhang, "今天 意向4");
    at(LocalDateTime.of(2026, 12, 8, 10, 0));

    // The 2nd was leave, the 3rd half a day of work without a report, the 4th came a day late, the
    // 7th after midnight but in its day; the 8th has not ended.
    assertThat(counts().get(zhang)).isEqualTo(new Counts(1, 1));
    assertThat(counts().get(li)).isEqualTo(new Counts(5, 0));
    assertThat(counts()).doesNotContainKey(boss);
  }

  @Test
  void figuresOfAStoreInCareAreAReportAndAnUndoneReportIsNone() {
    say(group, boss, "负责\n" + li + " 五店");
    say(group, li, "五店 业绩 2万");
    say(group, zhang, "五店");
    say(group, zhang, "意向5");
    say(group, zhang, "撤销");
    at(LocalDateTime.of(2026, 12, 2, 21, 0));
    say(group, boss, "五店 业绩 3万");
    at(LocalDateTime.of(2026, 12, 3, 10, 0));

    assertThat(counts().get(li)).isEqualTo(new Counts(1, 0));
    assertThat(counts().get(zhang)).isEqualTo(new Counts(2, 0));
  }

  @Test
  void guestsAndPeopleWhoHaveLeftOweNothing() {
    organizations.change(
        team().id(),
        team ->
            team.withMembers(
                team.members().stream()
                    .map(one -> one.name().equals(li) ? one.asGuest(true) : one)
                    .map(one -> one.name().equals(zhang) ? one.leaving(TUESDAY.plusDays(1)) : one)
                    .toList()));
    at(LocalDateTime.of(2026, 12, 8, 10, 0));

    assertThat(counts()).containsOnly(Map.entry(zhang, new Counts(2, 0)));
  }

  private Map<String, Counts> counts() {
    Organization team = team();
    Map<String, Counts> named = new java.util.HashMap<>();
    punctuality
        .over(
            team,
            team.members(),
            new DaySheets(
                ledger, team.id(), new Period(PeriodType.CAMPAIGN, TUESDAY, MONDAY.plusDays(3))))
        .forEach((id, one) -> named.put(team.member(id).map(Member::name).orElseThrow(), one));
    return named;
  }

  private Organization team() {
    return organizations.organizationsOf("simulator:" + boss).get(0);
  }
}

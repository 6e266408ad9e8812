package io.github.xunbang.incentive.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.FrontDoorTest;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.incentive.engine.Candidate;
import io.github.xunbang.incentive.engine.Facts;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the engine is told of what people said in chat. */
class FactsIT extends FrontDoorTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 12, 1);
  private static final Period DECEMBER = Period.containing(PeriodType.MONTH, FIRST);

  @Autowired private FactsReader reader;
  @Autowired private OrganizationService organizations;

  private final String mark = newTeamMark();
  private final String group = newGroup();
  private final String boss = "老板" + mark;
  private final String zhang = "张敏" + mark;
  private final String li = "李强" + mark;

  @BeforeEach
  void twoStoresAndTwoPeople() {
    at(FIRST.atTime(9, 5));
    say(group, boss, "门店\n一区\n五店 一区 A类\n八店 一区");
    say(group, boss, "加人\n" + zhang + " 电话营销员 五店\n" + li + " 电话营销员 八店");
    say(group, zhang, "我是 " + zhang);
    say(group, li, "我是 " + li);
  }

  @Test
  void figuresFollowTheUnitOfTheDayAndPeopleThatOfTheLastOne() {
    say(group, zhang, "签单2");
    move(zhang, "八店", FIRST.plusDays(2));
    Instant second = reports(FIRST.plusDays(3).atTime(20, 0), zhang, "签单3");
    Instant last = reports(FIRST.plusDays(3).atTime(21, 0), li, "签单4");

    Facts facts = facts(DECEMBER);

    assertThat(facts.value(id(zhang), "qiandan", DECEMBER)).contains(new BigDecimal("5"));
    assertThat(facts.value(unit("五店"), "qiandan", DECEMBER)).contains(new BigDecimal("2"));
    assertThat(facts.value(unit("八店"), "qiandan", DECEMBER)).contains(new BigDecimal("7"));
    assertThat(facts.value(unit("一区"), "qiandan", DECEMBER)).contains(new BigDecimal("9"));
    assertThat(facts.unitsValue(id(zhang), "qiandan", DECEMBER)).contains(new BigDecimal("7"));
    assertThat(candidate(facts, zhang).unitIds()).containsExactly(unit("八店"), unit("一区"));
    assertThat(candidate(facts, zhang).unitClass()).isNull();
    assertThat(reached(facts, unit("八店"), "7")).isBetween(last, last.plusSeconds(30));
    assertThat(reached(facts, unit("八店"), "3")).isBetween(second, second.plusSeconds(30));
    assertThat(reached(facts, unit("五店"), "2"))
        .isBetween(instant(FIRST.atTime(9, 5)), instant(FIRST.atTime(9, 5)).plusSeconds(30));
    assertThat(reached(facts, unit("五店"), "3")).isNull();
    assertThat(reached(facts, unit("一区"), "9")).isBetween(last, last.plusSeconds(30));
  }

  @Test
  void aLineIsReachedWhenItIsCrossedForGoodInOrderOfInstants() {
    say(group, li, "签单9");
    say(group, zhang, "签单5");
    reports(FIRST.plusDays(1).atTime(10, 0), zhang, "改 昨天 签单3");
    Instant backfilled = reports(FIRST.plusDays(3).atTime(9, 0), zhang, "前天 签单2");
    reports(FIRST.plusDays(3).atTime(20, 0), zhang, "签单1");

    Facts facts = facts(DECEMBER);

    assertThat(facts.value(id(zhang), "qiandan", DECEMBER)).contains(new BigDecimal("6"));
    assertThat(reached(facts, id(zhang), "5")).isBetween(backfilled, backfilled.plusSeconds(30));
    assertThat(reached(facts, id(zhang), "7")).isNull();
    assertThat(facts.reachedAt(id(zhang), "yixiang", BigDecimal.ONE, DECEMBER)).isEmpty();
  }

  @Test
  void leaversStandWithTheirLastDayAndGuestsNotAtAll() {
    say(group, boss, "试用 " + zhang + " 12-01至02-28");
    say(group, zhang, "签单2");
    organizations.change(
        team().id(),
        team ->
            team.withMembers(
                team.members().stream()
                    .map(one -> one.name().equals(li) ? one.asGuest(true) : one)
                    .map(one -> one.name().equals(zhang) ? one.leaving(FIRST.plusDays(4)) : one)
                    .toList()));

    Facts facts = facts(DECEMBER);

    assertThat(names(facts.members(DECEMBER))).containsExactly(zhang);
    Candidate left = candidate(facts, zhang);
    assertThat(left.position()).isEqualTo("电话营销员");
    assertThat(left.unitClass()).isEqualTo("A");
    assertThat(left.probation()).isTrue();
    Period january = DECEMBER.next();
    assertThat(facts.members(january)).isEmpty();
    assertThat(names(facts.units(january))).containsExactly("一区", "五店", "八店");
  }

  @Test
  void whoRunsTheTeamIsJudgedOnlyWhenSellingToo() {
    assertThat(names(facts(DECEMBER).members(DECEMBER))).containsExactly(zhang, li);

    say(group, boss, "目标 " + boss + " 业绩 本月 10万");
    assertThat(names(facts(DECEMBER).members(DECEMBER))).containsExactly(boss, zhang, li);
    assertThat(names(facts(DECEMBER.next()).members(DECEMBER.next()))).containsExactly(zhang, li);

    at(FIRST.plusMonths(1).atTime(10, 0));
    say(group, boss, "签单1");
    assertThat(names(facts(DECEMBER.next()).members(DECEMBER.next())))
        .containsExactly(boss, zhang, li);
  }

  @Test
  void onlyTheUnitsOfACampaignTakePartInItsRules() {
    assertThat(say(group, boss, "设置 活动 冲刺 12-1到12-20 五店")).contains("已改好");
    Period sprint = team().campaign("冲刺").orElseThrow().period();

    Facts facts = facts(sprint);

    assertThat(names(facts.members(sprint))).containsExactly(zhang);
    assertThat(names(facts.units(sprint))).containsExactly("五店");
    assertThat(names(facts.units(DECEMBER))).containsExactly("一区", "五店", "八店");
  }

  @Test
  void goalsAreThoseOfTheWholePeriodForPeopleAndStores() {
    say(group, boss, "目标 电话营销员 意向 每月 200");
    say(group, boss, "目标 五店 业绩 本月 10万 奋斗 12万");

    Facts facts = facts(DECEMBER);

    assertThat(facts.goals(id(zhang), "yixiang", DECEMBER).orElseThrow().base())
        .isEqualByComparingTo("200");
    Facts.Goals store = facts.goals(unit("五店"), "yeji", DECEMBER).orElseThrow();
    assertThat(store.base()).isEqualByComparingTo("100000");
    assertThat(store.stretch()).isEqualByComparingTo("120000");
    assertThat(facts.goals(id(boss), "yixiang", DECEMBER)).isEmpty();
    assertThat(facts.value(id(zhang), "yixiang", DECEMBER)).isEmpty();
    assertThat(facts.metric("yixiang").addsUp()).isTrue();
    assertThat(facts.metric("huikuan").isAmount()).isTrue();
  }

  @Test
  void aSplitDealCountsHalfForEach() {
    say(group, boss, "设置 签单来源 签单");
    at(FIRST.plusDays(1).atTime(10, 0));
    say(group, zhang, "签单 王女士 5.8万 协作 @" + li);
    say(group, li, "确认");
    Instant paid = reports(FIRST.plusDays(2).atTime(10, 0), zhang, "回款 #1 5.8万");

    Facts facts = facts(DECEMBER);

    assertThat(facts.value(id(zhang), "qiandan", DECEMBER)).contains(new BigDecimal("0.5"));
    assertThat(facts.value(id(li), "qiandan", DECEMBER)).contains(new BigDecimal("0.5"));
    assertThat(facts.value(unit("一区"), "qiandan", DECEMBER).orElseThrow())
        .isEqualByComparingTo("1");
    assertThat(reached(facts, unit("一区"), "1")).isBetween(paid, paid.plusSeconds(30));
  }

  @Test
  void aSettlementMonthHasItsOwnDays() {
    say(group, boss, "设置 结算日 30");
    at(LocalDateTime.of(2027, 1, 30, 20, 0));
    say(group, zhang, "签单2");
    at(LocalDateTime.of(2027, 1, 31, 20, 0));
    say(group, zhang, "签单3");
    Period january = team().periods().month(YearMonth.of(2027, 1));
    Period february = team().periods().month(YearMonth.of(2027, 2));

    Facts facts = facts(february);

    assertThat(february.start()).isEqualTo(LocalDate.of(2027, 1, 31));
    assertThat(facts.previous(february)).isEqualTo(january);
    assertThat(facts.value(id(zhang), "qiandan", january)).contains(new BigDecimal("2"));
    assertThat(facts.value(id(zhang), "qiandan", february)).contains(new BigDecimal("3"));
  }

  @Test
  void reportsVotesAndScoresAreCountedForThePeriod() {
    sayPrivately(zhang, "口碑 " + li);
    say(group, boss, "评分 设置 日志质量 " + boss);
    sayPrivately(boss, "评分 " + li + " 日志质量 88");
    say(group, li, "意向5");
    at(FIRST.plusDays(2).atTime(10, 0));

    Facts facts = facts(DECEMBER);

    assertThat(facts.votes(id(li), DECEMBER)).isEqualTo(1);
    assertThat(facts.score(id(li), "日志质量", DECEMBER).orElseThrow()).isEqualByComparingTo("88");
    assertThat(facts.score(id(zhang), "日志质量", DECEMBER)).isEmpty();
    assertThat(facts.missingReports(id(li), DECEMBER)).isEqualTo(1);
    assertThat(facts.missingReports(id(zhang), DECEMBER)).isEqualTo(2);
    assertThat(facts.lateReports(id(li), DECEMBER)).isZero();
  }

  private Facts facts(Period period) {
    return reader.read(team(), List.of(), period);
  }

  private static Instant reached(Facts facts, String subjectId, String line) {
    return facts.reachedAt(subjectId, "qiandan", new BigDecimal(line), DECEMBER).orElse(null);
  }

  /** Says a line at a time, to the minute, and returns that time. */
  private Instant reports(LocalDateTime time, String who, String text) {
    at(time);
    assertThat(say(group, who, text)).doesNotContain("没看懂");
    return instant(time);
  }

  private static Instant instant(LocalDateTime time) {
    return time.atZone(ZoneId.of("Asia/Shanghai")).toInstant();
  }

  private void move(String name, String unit, LocalDate day) {
    String unitId = unit(unit);
    organizations.change(
        team().id(),
        team ->
            team.withMembers(
                team.members().stream()
                    .map(
                        one ->
                            one.name().equals(name)
                                ? one.assigned(day, one.position(), unitId)
                                : one)
                    .toList()));
  }

  private static List<String> names(List<Candidate> candidates) {
    return candidates.stream().map(Candidate::name).toList();
  }

  private Candidate candidate(Facts facts, String name) {
    return facts.members(DECEMBER).stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private Organization team() {
    return organizations.organizationsOf("simulator:" + boss).get(0);
  }

  private String id(String name) {
    return team().members().stream()
        .filter(member -> member.name().equals(name))
        .map(Member::id)
        .findFirst()
        .orElseThrow();
  }

  private String unit(String name) {
    return team().units().named(name, FIRST).get(0).id();
  }
}

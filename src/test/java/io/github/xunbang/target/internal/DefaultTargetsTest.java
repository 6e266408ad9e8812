package io.github.xunbang.target.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.boards.FakeMetrics;
import io.github.xunbang.boards.Teams;
import io.github.xunbang.calendar.BusinessDay;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.command.Access;
import io.github.xunbang.metric.Figures;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.PeriodFigures;
import io.github.xunbang.metric.TargetProgress.Progress;
import io.github.xunbang.organization.Assignment;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Responsibility;
import io.github.xunbang.organization.Structure;
import io.github.xunbang.organization.Unit;
import io.github.xunbang.organization.UnitTree;
import io.github.xunbang.target.Goal;
import io.github.xunbang.target.Subject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** February 2024: eighteen workdays, the Spring Festival in the middle. */
class DefaultTargetsTest {

  private static final Metric DEALS = FakeMetrics.DEALS;
  private static final Metric SALES = FakeMetrics.SALES;
  private static final LocalDate FOUNDED = LocalDate.of(2023, 1, 1);
  private static final LocalDate TODAY = LocalDate.of(2024, 2, 5);
  private static final Period FEBRUARY = Period.containing(PeriodType.MONTH, TODAY);
  private static final Subject ZHANG = new Subject(Subject.Kind.MEMBER, "m1");
  private static final Subject SELLER = new Subject(Subject.Kind.POSITION, "电话营销员");

  private final MemoryTargets store = new MemoryTargets();
  private final SpringFestival workdays = new SpringFestival();
  private final Map<String, BigDecimal> unitSales = new HashMap<>();
  private final DefaultTargets targets =
      new DefaultTargets(store, new WorkdayCounts(workdays), new ShareRule(new UnitFigures()));
  private final Organization organization = organization(member("m1", false, FOUNDED));

  @Test
  void multipliesADailyQuotaByTheWorkdaysOfAMonthWithHolidaysAndMakeUpDays() {
    store.put(TargetKey.of(SELLER, DEALS.id(), Cadence.DAY), "2024-01-01", draft("10"));

    Goal goal = goal(FEBRUARY).orElseThrow();

    assertThat(goal.base()).isEqualByComparingTo("180");
    assertThat(goal.origin()).isEqualTo("电话营销员每日10单×18个工作日");
    assertThat(goal.subject()).isEqualTo(ZHANG);
  }

  @Test
  void asksNothingOnAHolidayAndTheQuotaOnAMakeUpSunday() {
    store.put(TargetKey.of(SELLER, DEALS.id(), Cadence.DAY), "2024-01-01", draft("10"));

    assertThat(goal(day(4)).orElseThrow().base()).isEqualByComparingTo("10");
    assertThat(goal(day(12))).isEmpty();
  }

  @Test
  void keepsDailyWeeklyAndMonthlyQuotasSideBySide() {
    store.put(TargetKey.of(SELLER, DEALS.id(), Cadence.DAY), "2024-01-01", draft("1"));
    store.put(TargetKey.of(SELLER, DEALS.id(), Cadence.WEEK), "2024-01-01", draft("5"));
    store.put(TargetKey.of(SELLER, DEALS.id(), Cadence.MONTH), "2024-01-01", draft("20"));

    assertThat(goal(day(5)).orElseThrow().base()).isEqualByComparingTo("1");
    assertThat(goal(Period.containing(PeriodType.WEEK, TODAY)).orElseThrow().base())
        .isEqualByComparingTo("5");
    assertThat(goal(FEBRUARY).orElseThrow().base()).isEqualByComparingTo("20");
  }

  @Test
  void sharesAWeeklyQuotaOutOverWorkdays() {
    store.put(TargetKey.of(SELLER, DEALS.id(), Cadence.WEEK), "2024-01-01", draft("6"));

    Goal goal = goal(FEBRUARY).orElseThrow();

    // 1st and 2nd with the Sunday made up: 3 of 6 days; then 5 of 5; the festival week has the
    // worked Sunday only; two whole weeks less Friday 1 March: 6/6×3 + 6 + 6 + 6 + 6×4/5 = 25.8.
    assertThat(goal.base()).isEqualByComparingTo("26");
  }

  @Test
  void sharesAMonthlyQuotaOutOverAXun() {
    store.put(TargetKey.of(SELLER, DEALS.id(), Cadence.MONTH), "2024-01-01", draft("36"));

    Goal goal = goal(Period.containing(PeriodType.XUN, LocalDate.of(2024, 2, 21))).orElseThrow();

    assertThat(goal.base()).as("7 of 18 workdays").isEqualByComparingTo("14");
  }

  @Test
  void prefersTheTargetOfThePeriodToQuotasAndThePersonsOwnToThePositions() {
    store.put(TargetKey.of(SELLER, DEALS.id(), FEBRUARY), "2024-01-20", draft("30"));
    store.put(TargetKey.of(ZHANG, DEALS.id(), Cadence.DAY), "2024-01-01", draft("2"));

    assertThat(goal(FEBRUARY).orElseThrow().base()).isEqualByComparingTo("36");

    store.put(TargetKey.of(ZHANG, DEALS.id(), FEBRUARY), "2024-01-20", draft("24"));

    assertThat(goal(FEBRUARY).orElseThrow().base()).isEqualByComparingTo("24");
  }

  @Test
  void countsAChangedDailyQuotaFromTheDayOfTheChange() {
    TargetKey key = TargetKey.of(SELLER, DEALS.id(), Cadence.DAY);
    store.put(key, "2024-01-01", draft("10"));
    store.put(key, "2024-02-19", draft("12"));

    Goal goal = goal(FEBRUARY).orElseThrow();

    assertThat(goal.base()).as("9×10 + 9×12").isEqualByComparingTo("198");
    assertThat(goal.version()).isEqualTo(2);
  }

  @Test
  void forgetsACancelledQuotaFromItsPeriodOn() {
    TargetKey key = TargetKey.of(SELLER, DEALS.id(), Cadence.MONTH);
    store.put(key, "2024-01-01", draft("20"));
    store.put(key, "2024-02-05", Draft.CANCELLED);

    assertThat(goal(FEBRUARY)).isEmpty();
    assertThat(goal(FEBRUARY.previous()).orElseThrow().base()).isEqualByComparingTo("20");
  }

  @Test
  void letsLeaveShrinkATargetOnlyWhereItSaysSo() {
    for (int date = 19; date <= 23; date++) {
      workdays.leaveOfM1.add(LocalDate.of(2024, 2, date));
    }
    store.put(TargetKey.of(ZHANG, DEALS.id(), FEBRUARY), "2024-02-01", draft("36"));
    BigDecimal whole = goal(FEBRUARY).orElseThrow().base();
    store.put(
        TargetKey.of(ZHANG, DEALS.id(), FEBRUARY),
        "2024-02-02",
        new Draft(new BigDecimal("36"), null, null, true));

    Goal shrunk = goal(FEBRUARY).orElseThrow();

    assertThat(whole).isEqualByComparingTo("36");
    assertThat(shrunk.base()).isEqualByComparingTo("26");
    assertThat(shrunk.origin()).contains("13/18个工作日");
  }

  @Test
  void givesGuestsNoQuotaOfTheirPosition() {
    store.put(TargetKey.of(SELLER, DEALS.id(), Cadence.DAY), "2024-01-01", draft("10"));

    assertThat(
            targets.goal(organization(member("m1", true, FOUNDED)), ZHANG, DEALS, FEBRUARY, TODAY))
        .isEmpty();
  }

  @Test
  void countsADailyQuotaFromTheDaySomebodyJoined() {
    store.put(TargetKey.of(SELLER, DEALS.id(), Cadence.DAY), "2024-01-01", draft("10"));
    Organization late = organization(member("m1", false, LocalDate.of(2024, 2, 19)));

    assertThat(targets.goal(late, ZHANG, DEALS, FEBRUARY, TODAY).orElseThrow().base())
        .isEqualByComparingTo("90");
  }

  @Test
  void takesAShareOfWhatTheStoresShouldReachElseOfWhatTheyReached() {
    store.put(
        TargetKey.of(ZHANG, SALES.id(), FEBRUARY),
        "2024-02-01",
        new Draft(null, null, new BigDecimal("30"), false));
    unitSales.put("u1", new BigDecimal("50000"));

    Goal ofActual = targets.goal(organization, ZHANG, SALES, FEBRUARY, TODAY).orElseThrow();
    store.put(
        TargetKey.of(new Subject(Subject.Kind.UNIT, "u1"), SALES.id(), FEBRUARY),
        "2024-02-01",
        draft("200000"));
    Goal ofTarget = targets.goal(organization, ZHANG, SALES, FEBRUARY, TODAY).orElseThrow();

    assertThat(ofActual.base()).isEqualByComparingTo("15000");
    assertThat(ofActual.origin()).isEqualTo("所辖1家实际5万的30%");
    assertThat(ofTarget.base()).isEqualByComparingTo("60000");
    assertThat(ofTarget.origin()).isEqualTo("所辖1家目标20万的30%");
  }

  @Test
  void letsSurplusDaysMakeUpForShortOnesInsideTheMonth() {
    store.put(TargetKey.of(ZHANG, DEALS.id(), FEBRUARY), "2024-02-01", draft("36"));
    Goal goal = goal(FEBRUARY).orElseThrow();

    // 5 February is the fourth workday: 1, 2, the made-up Sunday 4, and 5.
    Progress progress = progress(goal, "10", true);

    assertThat(progress.percent()).isEqualTo(new BigDecimal("27.8"));
    assertThat(progress.missing()).isEqualByComparingTo("26");
    assertThat(progress.workdaysLeft()).isEqualTo(14);
    assertThat(progress.neededPerWorkday()).isEqualByComparingTo("2");
    assertThat(progress.daysAhead()).isEqualTo(new BigDecimal("1.0"));
  }

  @Test
  void countsTodayAsLeftUntilItWasReported() {
    store.put(TargetKey.of(ZHANG, DEALS.id(), FEBRUARY), "2024-02-01", draft("36"));
    Goal goal = goal(FEBRUARY).orElseThrow();

    Progress progress = progress(goal, "6", false);

    assertThat(progress.workdaysLeft()).isEqualTo(15);
    assertThat(progress.daysAhead()).isEqualTo(new BigDecimal("0.0"));
  }

  @Test
  void needsNothingMoreOnceReachedAndNothingPerDayWhenThePeriodIsOver() {
    store.put(TargetKey.of(ZHANG, DEALS.id(), FEBRUARY), "2024-02-01", draft("36"));
    Goal goal = goal(FEBRUARY).orElseThrow();

    Progress reached = progress(goal, "40", true);
    Progress over =
        targets.progress(
            organization, goal, DEALS, new BigDecimal("30"), LocalDate.of(2024, 3, 4), false);

    assertThat(reached.missing()).isZero();
    assertThat(reached.neededPerWorkday()).isNull();
    assertThat(reached.percent()).isEqualTo(new BigDecimal("111.1"));
    assertThat(over.workdaysLeft()).isZero();
    assertThat(over.neededPerWorkday()).isNull();
  }

  @Test
  void takesAQuotaOfAPeriodEndFigureAsItIs() {
    store.put(TargetKey.of(ZHANG, FakeMetrics.STOCK.id(), Cadence.DAY), "2024-01-01", draft("50"));

    Goal goal = targets.goal(organization, ZHANG, FakeMetrics.STOCK, FEBRUARY, TODAY).orElseThrow();
    Progress progress =
        targets.progress(organization, goal, FakeMetrics.STOCK, new BigDecimal("25"), TODAY, true);

    assertThat(goal.base()).isEqualByComparingTo("50");
    assertThat(progress.neededPerWorkday()).isNull();
    assertThat(progress.percent()).isEqualTo(new BigDecimal("50.0"));
  }

  @Test
  void countsWorkdaysOnceForAllMembersOfABoard() {
    store.put(TargetKey.of(SELLER, DEALS.id(), Cadence.DAY), "2024-01-01", draft("10"));
    List<Member> many =
        IntStream.range(0, 2_000).mapToObj(i -> member("m" + i, false, FOUNDED)).toList();
    Organization large = organization(many.toArray(Member[]::new));

    long goals =
        many.stream()
            .flatMap(one -> targets.goal(large, Subject.of(one), DEALS, FEBRUARY, TODAY).stream())
            .filter(goal -> goal.base().compareTo(new BigDecimal("180")) == 0)
            .count();

    assertThat(goals).isEqualTo(2_000);
    assertThat(workdays.counted).isEqualTo(1);
  }

  private Optional<Goal> goal(Period period) {
    return targets.goal(organization, ZHANG, DEALS, period, TODAY);
  }

  private Progress progress(Goal goal, String actual, boolean reported) {
    return targets.progress(organization, goal, DEALS, new BigDecimal(actual), TODAY, reported);
  }

  private static Period day(int date) {
    return Period.containing(PeriodType.DAY, LocalDate.of(2024, 2, date));
  }

  private static Draft draft(String base) {
    return Draft.of(new BigDecimal(base), null);
  }

  private static Member member(String id, boolean guest, LocalDate since) {
    return new Member(
        id,
        "张敏",
        Access.MEMBER,
        List.of(new Assignment(since, "电话营销员", null)),
        guest,
        List.of(),
        since,
        null);
  }

  private static Organization organization(Member... members) {
    Unit store = new Unit("u1", "五店", "门店", null, List.of(), FOUNDED, null);
    return new Organization(
        "o1",
        "一部",
        BusinessDay.DEFAULT,
        Map.of(),
        true,
        Teams.of().groups(),
        List.of(members),
        new Structure(
            new UnitTree(List.of(store)),
            List.of(new Responsibility("m1", "u1", FOUNDED, null)),
            List.of(),
            List.of()),
        Instant.EPOCH);
  }

  /** What stores sold, as the test put it. */
  private final class UnitFigures implements Figures {

    @Override
    public Map<String, PeriodFigures> ofMembers(
        Organization asked, Collection<Member> members, Period period) {
      return Map.of();
    }

    @Override
    public Map<String, PeriodFigures> ofUnits(
        Organization asked, Collection<Unit> units, Period period) {
      Map<String, PeriodFigures> figures = new HashMap<>();
      unitSales.forEach(
          (id, sum) -> figures.put(id, new PeriodFigures(id, 1, Map.of(SALES.id(), sum))));
      return figures;
    }

    @Override
    public PeriodFigures ofOrganization(Organization asked, Period period) {
      throw new UnsupportedOperationException();
    }
  }
}

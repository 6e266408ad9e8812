package io.github.xunbang.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xunbang.boards.FakeOrganizations;
import io.github.xunbang.boards.FakeSchedule;
import io.github.xunbang.boards.Teams;
import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.calendar.BusinessDay;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.organization.Campaign;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationCreated;
import io.github.xunbang.organization.Structure;
import io.github.xunbang.schedule.Job;
import io.github.xunbang.storage.EmbeddedTestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClosingIT {

  private static final Period XUN = xun("2026-11-01");

  private static EmbeddedTestDatabase mongo;

  private final Organization team = Teams.of("张敏");
  private final FakeOrganizations organizations = new FakeOrganizations(team);
  private final FakeSchedule schedule = new FakeSchedule();
  private final BusinessClock clock =
      new BusinessClock(Clock.fixed(team.createdAt(), ZoneId.of("Asia/Shanghai")));
  private final List<Object> events = new ArrayList<>();
  private final AtomicReference<Optional<String>> figures =
      new AtomicReference<>(Optional.of("[]"));
  private final ClosingRepository repository = new ClosingRepository(mongo.template());
  private final ClosingService closings =
      new ClosingService(repository, organizations, schedule, clock);
  private final PeriodCloser closer = closer(repository);
  private final ClosingJob job = new ClosingJob(organizations, closings, closer);

  @BeforeAll
  static void startDatabase() {
    mongo = EmbeddedTestDatabase.inMemory();
  }

  @AfterAll
  static void stopDatabase() {
    mongo.close();
  }

  @BeforeEach
  void empty() {
    closings.delete("o1");
    schedule.handleWith(job);
    schedule.beforeEach = clock::moveTo;
  }

  @Test
  void closingAgainChangesNothingAndTellsTheSame() {
    closer.close(team, XUN);
    figures.set(Optional.of("[later]"));
    closer.close(team, XUN);

    assertThat(closings.find("o1", XUN))
        .hasValue(new Closed("o1", XUN, 1, at("2026-11-11T08:30"), Map.of("test", "[]")));
    assertThat(events)
        .hasSize(2)
        .containsOnly(new PeriodClosed("o1", XUN, 1, at("2026-11-11T08:30")));
  }

  @Test
  void numbersCountPerTypeInTheOrderOfClosing() {
    closer.close(team, XUN);
    closer.close(team, xun("2026-11-11"));
    closer.close(team, Period.containing(PeriodType.MONTH, XUN.start()));

    assertThat(closings.find("o1", xun("2026-11-11")).orElseThrow().number()).isEqualTo(2);
    assertThat(
            closings
                .find("o1", Period.containing(PeriodType.MONTH, XUN.start()))
                .orElseThrow()
                .number())
        .isEqualTo(1);
  }

  @Test
  void aCrashBetweenContentAndNumberIsCompletedWithTheFirstContent() {
    repository.insertContent("o1", XUN, at("2026-11-11T08:30"), Map.of("test", "[first]"));
    assertThat(closings.find("o1", XUN)).isEmpty();

    closer.close(team, XUN);

    assertThat(closings.find("o1", XUN).orElseThrow().results())
        .isEqualTo(Map.of("test", "[first]"));
  }

  @Test
  void aPeriodWithoutFiguresIsFrozenWithoutANumberForGood() {
    figures.set(Optional.empty());
    closer.close(team, XUN);
    figures.set(Optional.of("[back-filled]"));
    closer.close(team, XUN);
    closer.close(team, xun("2026-11-11"));

    assertThat(closings.find("o1", XUN)).isEmpty();
    assertThat(closings.find("o1", xun("2026-11-11")).orElseThrow().number()).isEqualTo(1);
    assertThat(events).hasSize(1);
  }

  @Test
  void twoInstancesCloseEachPeriodOnceAndNumberWithoutGaps() throws Exception {
    List<Period> periods = new ArrayList<>();
    for (Period next = XUN; periods.size() < 12; next = next.next()) {
      periods.add(next);
    }
    List<Callable<Object>> work = new ArrayList<>();
    for (Period period : periods) {
      for (int instance = 0; instance < 2; instance++) {
        PeriodCloser other = closer(new ClosingRepository(mongo.template()));
        work.add(Executors.callable(() -> other.close(team, period)));
      }
    }
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try {
      for (var done : pool.invokeAll(work)) {
        done.get();
      }
    } finally {
      pool.shutdownNow();
    }

    assertThat(periods)
        .extracting(period -> closings.find("o1", period).orElseThrow().number())
        .containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
  }

  @Test
  void theFirstOfJanuaryClosesFiveKindsOfPeriod() {
    job.schedule(new OrganizationCreated("o1"));
    schedule.runDue(at("2027-01-01T08:31"));

    List<Period> closed = ClosingDays.endingOn(LocalDate.of(2026, 12, 31), team);
    assertThat(closed).hasSize(5);
    for (Period period : closed) {
      assertThat(closings.find("o1", period)).as(period.label()).isPresent();
    }
    assertThat(schedule.waiting())
        .extracting(Job::id)
        .containsExactly("closing|o1|2027-01-11|08:30");
  }

  @Test
  void oneJobWaitsPerOrganizationAndStartingAgainAddsNone() {
    job.schedule(new OrganizationCreated("o1"));
    job.scheduleAll();

    assertThat(schedule.waiting())
        .extracting(Job::id)
        .containsExactly("closing|o1|2026-11-11|08:30");
    assertThat(schedule.nextDue()).hasValue(at("2026-11-11T08:30").plusSeconds(10));
  }

  @Test
  void aClosingMissedBecauseItsOrganizationWasNeverAnnouncedIsCaughtUpOnce() {
    clock.moveTo(at("2026-11-12T10:00"));
    job.scheduleAll();
    schedule.runDue(clock.instant());
    job.scheduleAll();
    schedule.runDue(clock.instant());

    assertThat(events).hasSize(1);
    assertThat(schedule.waiting())
        .extracting(Job::id)
        .containsExactly("closing|o1|2026-11-16|08:30");
  }

  @Test
  void aLaterClosingTimeMovesTheClosing() {
    job.schedule(new OrganizationCreated("o1"));
    organizations.put(Teams.closingAt(team, LocalTime.of(10, 0)));
    closings.reschedule("o1");
    schedule.runDue(at("2026-11-11T09:59"));
    assertThat(closings.find("o1", XUN)).isEmpty();

    schedule.runDue(at("2026-11-11T10:01"));

    assertThat(closings.find("o1", XUN).orElseThrow().closedAt()).isEqualTo(at("2026-11-11T10:00"));
  }

  @Test
  void anEarlierClosingTimeMovesTheClosingAndTheOldJobDoesNoHarm() {
    job.schedule(new OrganizationCreated("o1"));
    organizations.put(Teams.closingAt(team, LocalTime.of(7, 0)));
    closings.reschedule("o1");
    schedule.runDue(at("2026-11-11T07:01"));
    assertThat(closings.find("o1", XUN)).isPresent();

    schedule.runDue(at("2026-11-11T08:31"));

    assertThat(schedule.waiting())
        .extracting(Job::id)
        .containsExactly("closing|o1|2026-11-16|07:00");
  }

  @Test
  void campaignsThatBeginTogetherAreClosedApartAndNumberedByTheirOwnRegister() {
    Period shorter = campaign("2026-11-01", "2026-11-05");
    Period longer = campaign("2026-11-01", "2026-11-08");
    closer.close(team, XUN);
    closer.close(team, shorter);
    figures.set(Optional.of("[longer]"));
    closer.close(team, longer);
    closer.close(team, shorter);

    assertThat(closings.find("o1", shorter))
        .hasValue(new Closed("o1", shorter, 1, at("2026-11-06T08:30"), Map.of("test", "[]")));
    assertThat(closings.find("o1", longer).orElseThrow().number()).isEqualTo(2);
    assertThat(closings.find("o1", longer).orElseThrow().results()).containsValue("[longer]");
  }

  @Test
  void aMonthOfOtherDatesIsAnotherPeriod() {
    Period settled = new Period(PeriodType.MONTH, XUN.start(), LocalDate.of(2026, 11, 25));
    closer.close(team, settled);

    assertThat(closings.find("o1", settled)).isPresent();
    assertThat(closings.find("o1", Period.containing(PeriodType.MONTH, XUN.start()))).isEmpty();
  }

  @Test
  void aCampaignAddedLaterGetsAClosingOfItsOwnAndTheOthersStay() {
    job.schedule(new OrganizationCreated("o1"));
    organizations.put(with(new Campaign("冲刺", XUN.start(), LocalDate.of(2026, 11, 5), List.of())));
    closings.reschedule("o1");
    assertThat(schedule.waiting())
        .extracting(Job::id)
        .containsExactly("closing|o1|2026-11-06|08:30", "closing|o1|2026-11-11|08:30");

    schedule.runDue(at("2026-11-11T08:31"));

    assertThat(events)
        .extracting(event -> ((PeriodClosed) event).period().type())
        .containsExactly(PeriodType.CAMPAIGN, PeriodType.XUN);
    assertThat(schedule.waiting())
        .extracting(Job::id)
        .containsExactly("closing|o1|2026-11-16|08:30");
  }

  @Test
  void aCampaignTakenBackIsNotClosedByTheJobThatWaitsForIt() {
    Organization with = with(new Campaign("冲刺", XUN.start(), LocalDate.of(2026, 11, 5), List.of()));
    organizations.put(with);
    job.schedule(new OrganizationCreated("o1"));
    organizations.put(team);
    closings.reschedule("o1");

    schedule.runDue(at("2026-11-06T08:31"));

    assertThat(events).isEmpty();
    assertThat(schedule.waiting())
        .extracting(Job::id)
        .containsExactly("closing|o1|2026-11-11|08:30");
  }

  @Test
  void anotherZoneMovesTheClosing() {
    job.schedule(new OrganizationCreated("o1"));
    organizations.put(
        Teams.counting(
            team,
            new BusinessDay(ZoneId.of("Asia/Tokyo"), LocalTime.of(4, 0), LocalTime.of(8, 30))));
    closings.reschedule("o1");

    schedule.runDue(at("2026-11-11T07:31"));

    assertThat(closings.find("o1", XUN).orElseThrow().closedAt()).isEqualTo(at("2026-11-11T07:30"));
  }

  @Test
  void aFailureLeavesTheJobToBeRunAgain() {
    job.schedule(new OrganizationCreated("o1"));
    figures.set(null);
    assertThatThrownBy(() -> schedule.runDue(at("2026-11-11T08:31")))
        .isInstanceOf(NullPointerException.class);
    figures.set(Optional.of("[]"));

    schedule.runDue(at("2026-11-11T08:31"));

    assertThat(closings.find("o1", XUN)).isPresent();
  }

  @Test
  void theJobOfADeletedOrganizationEndsQuietly() {
    job.schedule(new OrganizationCreated("o1"));
    organizations.remove("o1");

    schedule.runDue(at("2026-11-11T08:31"));

    assertThat(schedule.waiting()).isEmpty();
  }

  private PeriodCloser closer(ClosingRepository over) {
    FreezeContributor contributor =
        new FreezeContributor() {
          @Override
          public String name() {
            return "test";
          }

          @Override
          public Optional<String> freeze(Organization organization, Period period) {
            return figures.get();
          }
        };
    return new PeriodCloser(
        over,
        List.of(contributor),
        event -> {
          synchronized (events) {
            events.add(event);
          }
        });
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
  }

  private Organization with(Campaign campaign) {
    return new Organization(
        team.id(),
        team.name(),
        team.businessDay(),
        team.settings(),
        true,
        team.groups(),
        team.members(),
        new Structure(team.units(), List.of(), List.of(), List.of(campaign)),
        team.createdAt());
  }

  private static Period campaign(String start, String end) {
    return new Period(PeriodType.CAMPAIGN, LocalDate.parse(start), LocalDate.parse(end));
  }

  private static Period xun(String day) {
    return Period.containing(PeriodType.XUN, LocalDate.parse(day));
  }
}

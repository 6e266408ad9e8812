package io.github.xunbang.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.storage.DatabaseKind;
import io.github.xunbang.storage.EmbeddedTestDatabase;
import io.github.xunbang.storage.HandTurnedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimetableIT {

  private static final Instant NOW = Instant.parse("2026-12-11T00:30:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  private final EmbeddedTestDatabase db = EmbeddedTestDatabase.inMemory();
  private final HandTurnedClock real = new HandTurnedClock(NOW);
  private final BusinessClock clock = new BusinessClock(real);
  private final Every hourly = new Every("hourly", HOUR);
  private final Every halfDaily = new Every("half-daily", HOUR.multipliedBy(12));

  /** Due at every multiple of a duration. */
  private static final class Every implements Recurrence {
    private final String name;
    private final List<Instant> ran = new ArrayList<>();
    private Duration step;
    private boolean broken;
    private Duration keeps = Duration.ofDays(1);
    private int asked;

    Every(String name, Duration step) {
      this.name = name;
      this.step = step;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public Optional<Instant> next(String organizationId, Instant after) {
      asked++;
      long seconds = step.toSeconds();
      return Optional.of(
          Instant.ofEpochSecond(
              Math.floorDiv(after.getEpochSecond(), seconds) * seconds + seconds));
    }

    @Override
    public void run(String organizationId, Instant dueAt) {
      if (broken) {
        throw new IllegalStateException("planned failure");
      }
      ran.add(dueAt);
    }

    @Override
    public Duration keeps() {
      return keeps;
    }
  }

  @AfterEach
  void close() {
    db.close();
  }

  @Test
  void wakesEachRecurrenceAtEachOfItsTimesOnce() {
    Service service = service();
    service.timetable.replan("o1");
    service.timetable.replan("o1");

    turn(service, 3);
    service().schedule.runDue(clock.instant());

    assertThat(hourly.ran).containsExactly(at("01:00"), at("02:00"), at("03:00"));
    assertThat(halfDaily.ran).isEmpty();
    turn(service, 9);
    assertThat(halfDaily.ran).containsExactly(at("12:00"));
  }

  @Test
  void aMovedTimeHoldsAtOnceAndTheOldOneSaysNothing() {
    Service service = service();
    service.timetable.replan("o1");
    hourly.step = Duration.ofMinutes(40);

    service.timetable.replan("o1");
    turn(service, 2);

    assertThat(hourly.ran).containsExactly(at("00:40"), at("01:20"), at("02:00"));
  }

  @Test
  void aBrokenRecurrenceLeavesTheOthersAlone() {
    Service service = service();
    halfDaily.step = HOUR;
    halfDaily.broken = true;
    service.timetable.replan("o1");

    turn(service, 2);

    assertThat(hourly.ran).hasSize(2);
    assertThat(halfDaily.ran).isEmpty();
  }

  @Test
  void afterAnOutageStaleOnesAreDroppedAndTheOthersCaughtUpOnce() {
    Service service = service();
    service.timetable.replan("o1");
    halfDaily.step = HOUR;
    hourly.keeps = Duration.ofMinutes(30);
    real.turn(HOUR.multipliedBy(3).plusMinutes(-20));

    Service restarted = service();
    restarted.schedule.runDue(clock.instant());
    restarted.schedule.runDue(clock.instant());

    assertThat(hourly.ran).containsExactly(at("03:00"));
    assertThat(halfDaily.ran).containsExactly(at("01:00"), at("02:00"), at("03:00"));
  }

  @Test
  void afterALongAbsenceWhatIsStaleIsPassedOverAndNotVisitedHourByHour() {
    Service service = service();
    service.timetable.replan("o1");
    halfDaily.keeps = HOUR;
    hourly.keeps = Duration.ofMinutes(30);
    real.turn(Duration.ofDays(30).minusMinutes(20));

    service.schedule.runDue(clock.instant());
    service.schedule.runDue(clock.instant());

    assertThat(hourly.ran).containsExactly(Instant.parse("2027-01-10T00:00:00Z"));
    assertThat(halfDaily.ran).containsExactly(Instant.parse("2027-01-10T00:00:00Z"));
    assertThat(hourly.asked).isLessThan(10);
  }

  private record Service(DurableScheduleService schedule, JobTimetable timetable) {}

  private Service service() {
    List<JobHandler> handlers = new ArrayList<>();
    var schedule =
        new DurableScheduleService(
            new JobRepository(db.template()),
            clock,
            DatabaseKind.EMBEDDED,
            () -> handlers,
            JobOwners.NOBODY);
    var timetable = new JobTimetable(schedule, clock, () -> List.of(hourly, halfDaily));
    handlers.add(timetable);
    handlers.add(new ScheduleConfiguration().timetableOccurrences(timetable));
    return new Service(schedule, timetable);
  }

  private void turn(Service service, int hours) {
    real.turn(HOUR.multipliedBy(hours));
    service.schedule.runDue(clock.instant());
  }

  private static Instant at(String time) {
    return Instant.parse("2026-12-11T" + time + ":00Z");
  }
}

package io.github.xunbang.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.storage.DatabaseKind;
import io.github.xunbang.storage.EmbeddedTestDatabase;
import io.github.xunbang.storage.HandTurnedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScheduleServiceIT {

  private static final Instant NOW = Instant.parse("2026-12-11T00:30:00Z");

  private final EmbeddedTestDatabase db = EmbeddedTestDatabase.inMemory();
  private final HandTurnedClock real = new HandTurnedClock(NOW);
  private final BusinessClock clock = new BusinessClock(real);
  private final RecordingHandler handler = new RecordingHandler();

  private final List<String> died = new ArrayList<>();
  private final Set<String> gone = new HashSet<>();
  private final JobOwners owners =
      new JobOwners() {
        @Override
        public boolean isGone(String organizationId) {
          return gone.contains(organizationId);
        }

        @Override
        public void died(Job job, String title) {
          died.add(job.id() + " " + title);
          throw new IllegalStateException("planned failure");
        }
      };

  private static final class RecordingHandler implements JobHandler {
    private final List<Job> ran = new CopyOnWriteArrayList<>();
    private volatile int failures;

    @Override
    public String kind() {
      return "test.job";
    }

    @Override
    public void run(Job job) {
      ran.add(job);
      if (failures > 0) {
        failures--;
        throw new IllegalStateException("planned failure");
      }
    }

    private List<String> ids() {
      return ran.stream().map(Job::id).toList();
    }
  }

  @AfterEach
  void close() {
    db.close();
  }

  @Test
  void runsDueJobsInOrderEachAtItsOwnInstant() {
    var schedule = service(DatabaseKind.EMBEDDED);
    schedule.schedule(job("later", NOW.plusSeconds(60)));
    schedule.schedule(job("second", NOW));
    schedule.schedule(job("first", NOW.minusSeconds(60)));

    assertThat(schedule.nextDue()).contains(NOW.minusSeconds(60));
    schedule.runDue(NOW);

    assertThat(handler.ids()).containsExactly("first", "second");
    assertThat(handler.ran.get(0)).isEqualTo(job("first", NOW.minusSeconds(60)));
    assertThat(schedule.nextDue()).contains(NOW.plusSeconds(60));
  }

  @Test
  void knowsAJobByItsIdInEveryState() {
    var schedule = service(DatabaseKind.EMBEDDED);
    schedule.schedule(job("a", NOW));
    schedule.schedule(job("a", NOW.plusSeconds(5)));
    schedule.runDue(NOW);
    schedule.schedule(job("a", NOW));
    schedule.runDue(NOW.plusSeconds(10));

    assertThat(handler.ids()).containsExactly("a");
  }

  @Test
  void runsWhatWasMissedOnceAfterARestart() {
    service(DatabaseKind.EMBEDDED).schedule(job("missed", NOW));
    real.turn(Duration.ofHours(5));

    var restarted = service(DatabaseKind.EMBEDDED);
    restarted.runDue(clock.instant());
    restarted.runDue(clock.instant());

    assertThat(handler.ran).containsExactly(job("missed", NOW));
  }

  @Test
  void triesAgainLaterInRealTimeAndNeverWaitsForIt() {
    var schedule = service(DatabaseKind.EMBEDDED);
    handler.failures = 1;
    schedule.schedule(job("a", NOW));

    schedule.runDue(NOW);
    schedule.runDue(NOW);
    assertThat(handler.ran).hasSize(1);
    assertThat(schedule.nextDue()).isEmpty();

    real.turn(Duration.ofMinutes(1));
    schedule.runDue(NOW);
    assertThat(handler.ran).hasSize(2);
    assertThat(state("a")).isEqualTo(JobState.DONE);
  }

  @Test
  void givesUpAfterEightAttempts() {
    var schedule = service(DatabaseKind.EMBEDDED);
    handler.failures = 100;
    schedule.schedule(job("a", NOW));
    schedule.schedule(job("no handler", "unknown.kind"));

    for (int look = 0; look < 20; look++) {
      schedule.runDue(NOW);
      real.turn(Duration.ofMinutes(15));
    }

    assertThat(handler.ran).hasSize(8);
    assertThat(state("a")).isEqualTo(JobState.DEAD);
    assertThat(state("no handler")).isEqualTo(JobState.DEAD);
    assertThat(died).containsExactlyInAnyOrder("a 一件定时的事", "no handler 一件定时的事");
  }

  @Test
  void aJobOfADeletedOrganizationEndsAfterOneFailureAndNobodyIsTold() {
    var schedule = service(DatabaseKind.EMBEDDED);
    handler.failures = 100;
    gone.add("o1");
    schedule.schedule(job("a", NOW));

    for (int look = 0; look < 20; look++) {
      schedule.runDue(NOW);
      real.turn(Duration.ofMinutes(15));
    }

    assertThat(handler.ran).hasSize(1);
    assertThat(state("a")).isEqualTo(JobState.DONE);
    assertThat(died).isEmpty();
  }

  @Test
  void cancelsOnlyWhatHasNotStarted() {
    var schedule = service(DatabaseKind.EMBEDDED);
    schedule.schedule(job("a", NOW));
    schedule.schedule(job("b", NOW));
    schedule.cancel("a");
    schedule.runDue(NOW);
    schedule.cancel("b");

    assertThat(handler.ids()).containsExactly("b");
    assertThat(state("b")).isEqualTo(JobState.DONE);
  }

  @Test
  void twoInstancesRunAJobOnce() throws InterruptedException {
    var one = service(DatabaseKind.SERVER);
    var two = service(DatabaseKind.SERVER);
    for (int number = 0; number < 100; number++) {
      one.schedule(job("job" + number, NOW));
    }

    ExecutorService both = Executors.newFixedThreadPool(2);
    both.execute(() -> one.runDue(NOW));
    both.execute(() -> two.runDue(NOW));
    both.shutdown();

    assertThat(both.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    assertThat(handler.ids()).hasSize(100).doesNotHaveDuplicates();
  }

  @Test
  void takesOverWhatADeadInstanceWasRunning() {
    var dead = new JobRepository(db.template());
    service(DatabaseKind.SERVER).schedule(job("a", NOW));
    dead.claim("a", NOW, JobRunner.LEASE);
    var alive = service(DatabaseKind.SERVER);

    alive.runDue(NOW);
    assertThat(handler.ran).isEmpty();
    real.turn(JobRunner.LEASE);
    alive.runDue(NOW);

    assertThat(handler.ids()).containsExactly("a");
  }

  @Test
  void forgetsWhatIsDoneForLong() {
    var schedule = service(DatabaseKind.EMBEDDED);
    schedule.schedule(job("old", NOW));
    schedule.runDue(NOW);
    schedule.schedule(job("waiting", NOW));

    schedule.cleanUp(NOW.plusSeconds(1));

    assertThat(db.template().findAll(JobDocument.class))
        .extracting(JobDocument::id)
        .containsExactly("waiting");
  }

  @Test
  void theWorkerRunsWhatIsDue() {
    var schedule = service(DatabaseKind.EMBEDDED);
    schedule.schedule(job("a", NOW));
    ScheduleWorker worker = new ScheduleWorker(schedule, clock);

    worker.start();
    try {
      org.awaitility.Awaitility.await().until(() -> handler.ran.size() == 1);
    } finally {
      worker.stop();
    }

    assertThat(state("a")).isEqualTo(JobState.DONE);
  }

  private JobState state(String id) {
    return db.template().findById(id, JobDocument.class).state();
  }

  private DurableScheduleService service(DatabaseKind kind) {
    return new DurableScheduleService(
        new JobRepository(db.template()), clock, kind, () -> List.of(handler), owners);
  }

  private static Job job(String id, Instant dueAt) {
    return new Job(id, "test.job", "o1", dueAt, Map.of("board", "旬榜"));
  }

  private static Job job(String id, String kind) {
    return new Job(id, kind, "o1", NOW, Map.of());
  }
}

package io.github.xunbang.schedule;

import io.github.xunbang.calendar.BusinessClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The timetable as jobs: one tick per organization waits for its next due instant, makes one job of
 * each recurrence that is due then, and schedules the tick after it. Job ids hang on the due
 * instant, so a tick that runs twice, here or on two instances, makes nothing twice.
 */
final class JobTimetable implements Timetable, JobHandler {

  static final String TICK = "timetable.tick";
  static final String OCCURRENCE = "timetable.occurrence";

  private static final Logger log = LoggerFactory.getLogger(JobTimetable.class);
  private static final String NAME = "name";

  private final ScheduleService schedule;
  private final BusinessClock clock;
  private final Supplier<List<Recurrence>> recurrences;

  JobTimetable(
      ScheduleService schedule, BusinessClock clock, Supplier<List<Recurrence>> recurrences) {
    this.schedule = schedule;
    this.clock = clock;
    this.recurrences = recurrences;
  }

  @Override
  public void replan(String organizationId) {
    planAfter(organizationId, clock.instant());
  }

  @Override
  public String kind() {
    return TICK;
  }

  @Override
  public String title(Job tick) {
    return "排定时消息";
  }

  @Override
  public void run(Job tick) {
    for (Recurrence recurrence : recurrences.get()) {
      next(recurrence, tick.organizationId(), tick.dueAt().minusNanos(1))
          .filter(tick.dueAt()::equals)
          .ifPresent(due -> schedule.schedule(occurrence(recurrence, tick)));
    }
    planAfter(tick.organizationId(), tick.dueAt());
  }

  /** Does one occurrence, unless it comes too late to be worth it. */
  void runOccurrence(Job job) {
    Recurrence recurrence = named(job.data().get(NAME));
    Duration late = Duration.between(job.dueAt(), clock.instant());
    if (late.compareTo(recurrence.keeps()) > 0) {
      log.info(
          "Dropped as stale: recurrence={} organization={} dueAt={} late={}",
          recurrence.name(),
          job.organizationId(),
          job.dueAt(),
          late);
      return;
    }
    recurrence.run(job.organizationId(), job.dueAt());
  }

  /** What the recurrence of an occurrence is called. */
  String occurrenceTitle(Job occurrence) {
    return named(occurrence.data().get(NAME)).title();
  }

  /** What would come too late to be worth it is passed over, not visited one by one. */
  private void planAfter(String organizationId, Instant after) {
    Instant now = clock.instant();
    recurrences.get().stream()
        .flatMap(
            recurrence -> {
              Instant worthIt = now.minus(recurrence.keeps()).minusNanos(1);
              Instant from = worthIt.isAfter(after) ? worthIt : after;
              return next(recurrence, organizationId, from).stream();
            })
        .min(Instant::compareTo)
        .ifPresent(
            due ->
                schedule.schedule(
                    new Job(id(TICK, organizationId, due), TICK, organizationId, due, Map.of())));
  }

  /** A recurrence that cannot say when it is due must not silence the others. */
  private Optional<Instant> next(Recurrence recurrence, String organizationId, Instant after) {
    try {
      return recurrence.next(organizationId, after);
    } catch (RuntimeException e) {
      log.error(
          "No next time: recurrence={} organization={}", recurrence.name(), organizationId, e);
      return Optional.empty();
    }
  }

  private static Job occurrence(Recurrence recurrence, Job tick) {
    return new Job(
        id(recurrence.name(), tick.organizationId(), tick.dueAt()),
        OCCURRENCE,
        tick.organizationId(),
        tick.dueAt(),
        Map.of(NAME, recurrence.name()));
  }

  private static String id(String what, String organizationId, Instant due) {
    return what + "|" + organizationId + "|" + due;
  }

  private Recurrence named(String name) {
    return recurrences.get().stream()
        .filter(recurrence -> recurrence.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No Recurrence named " + name));
  }
}

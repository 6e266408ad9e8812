package io.github.xunbang.task.internal;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.schedule.Job;
import io.github.xunbang.schedule.ScheduleService;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The mornings on which open notes are looked through: one job per organization, kind and day, and
 * only while something is open, so that organizations without open notes cost nothing.
 */
@Component
class MorningJobs {

  static final String HELP = "task.help";
  static final String TODO = "task.todo";

  private static final String DAY = "day";
  private static final LocalTime TODO_AT = LocalTime.of(9, 5);
  private static final LocalTime HELP_AT = LocalTime.of(9, 15);
  private static final Duration STALE_AFTER = Duration.ofHours(8);

  private final ScheduleService schedule;
  private final OrganizationService organizations;
  private final BusinessClock clock;

  MorningJobs(ScheduleService schedule, OrganizationService organizations, BusinessClock clock) {
    this.schedule = schedule;
    this.organizations = organizations;
    this.clock = clock;
  }

  /** The coming morning; planning it again changes nothing. */
  void plan(String organizationId, NoteKind kind) {
    Organization organization = organizations.get(organizationId);
    LocalTime at = at(kind);
    var local = clock.instant().atZone(organization.businessDay().zone());
    LocalDate day = local.toLocalDate().plusDays(local.toLocalTime().isBefore(at) ? 0 : 1);
    schedule.schedule(
        new Job(
            kind(kind) + "|" + organizationId + "|" + day,
            kind(kind),
            organizationId,
            day.atTime(at).atZone(organization.businessDay().zone()).toInstant(),
            Map.of(DAY, day.toString())));
  }

  static LocalDate day(Job job) {
    return LocalDate.parse(job.data().getOrDefault(DAY, ""));
  }

  /** Reminders missed while the service was down are dropped when stale (design section 7). */
  boolean isStale(Job job) {
    return job.dueAt().plus(STALE_AFTER).isBefore(clock.instant());
  }

  /** A reset deletes organizations but not their jobs; any other failure is worth a retry. */
  Optional<Organization> organization(Job job) {
    try {
      return Optional.of(organizations.get(job.organizationId()));
    } catch (RuntimeException missing) {
      if (organizations.all().stream().noneMatch(one -> one.id().equals(job.organizationId()))) {
        return Optional.empty();
      }
      throw missing;
    }
  }

  private static String kind(NoteKind kind) {
    return kind == NoteKind.HELP ? HELP : TODO;
  }

  private static LocalTime at(NoteKind kind) {
    return kind == NoteKind.HELP ? HELP_AT : TODO_AT;
  }
}

package io.github.xunbang.task.internal;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.organization.AutoPost;
import io.github.xunbang.organization.AutoPosts;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.organization.SettingsChanged;
import io.github.xunbang.schedule.Job;
import io.github.xunbang.schedule.ScheduleService;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
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
  private static final Duration STALE_AFTER = Duration.ofHours(8);

  private final ScheduleService schedule;
  private final OrganizationService organizations;
  private final BusinessClock clock;
  private final AutoPosts autoPosts;
  private final AutoPost todoPost;
  private final AutoPost helpPost;

  MorningJobs(
      ScheduleService schedule,
      OrganizationService organizations,
      BusinessClock clock,
      AutoPosts autoPosts,
      AutoPost todoPost,
      AutoPost helpPost) {
    this.schedule = schedule;
    this.organizations = organizations;
    this.clock = clock;
    this.autoPosts = autoPosts;
    this.todoPost = todoPost;
    this.helpPost = helpPost;
  }

  /** A time that was moved holds from its next occurrence on. */
  @EventListener
  void onChanged(SettingsChanged changed) {
    Stream.of(NoteKind.HELP, NoteKind.TODO)
        .filter(kind -> changed.names().contains(post(kind).name()))
        .forEach(kind -> plan(changed.organizationId(), kind));
  }

  /** The coming morning; planning it again changes nothing. */
  void plan(String organizationId, NoteKind kind) {
    Organization organization = organizations.get(organizationId);
    LocalTime at = at(kind, organization);
    var local = clock.instant().atZone(organization.businessDay().zone());
    LocalDate day = local.toLocalDate().plusDays(local.toLocalTime().isBefore(at) ? 0 : 1);
    schedule.schedule(
        new Job(
            kind(kind) + "|" + organizationId + "|" + day + "|" + at,
            kind(kind),
            organizationId,
            day.atTime(at).atZone(organization.businessDay().zone()).toInstant(),
            Map.of(DAY, day.toString())));
  }

  static LocalDate day(Job job) {
    return LocalDate.parse(job.data().getOrDefault(DAY, ""));
  }

  /**
   * Whether to speak: at the time in force, not while it is switched off or all is paused, and not
   * hours late after the service was down (design section 7).
   */
  boolean speaks(Job job, Organization organization, NoteKind kind) {
    return autoPosts.isOn(post(kind), organization)
        && !autoPosts.isPaused(organization, job.dueAt())
        && AutoPosts.timeOf(organization, job.dueAt()).equals(at(kind, organization))
        && !job.dueAt().plus(STALE_AFTER).isBefore(clock.instant());
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

  private AutoPost post(NoteKind kind) {
    return kind == NoteKind.HELP ? helpPost : todoPost;
  }

  private LocalTime at(NoteKind kind, Organization organization) {
    return autoPosts.times(post(kind), organization).get(0);
  }
}

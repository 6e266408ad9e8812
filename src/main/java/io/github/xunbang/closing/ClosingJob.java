package io.github.xunbang.closing;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationCreated;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.schedule.Job;
import io.github.xunbang.schedule.JobHandler;
import java.time.LocalDate;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Freezes what ended the day before and schedules the next closing, so that each organization has
 * one closing job waiting. A closing missed while the service was down runs late, once.
 */
@Component
class ClosingJob implements JobHandler {

  private final OrganizationService organizations;
  private final ClosingService closings;
  private final PeriodCloser closer;

  ClosingJob(OrganizationService organizations, ClosingService closings, PeriodCloser closer) {
    this.organizations = organizations;
    this.closings = closings;
    this.closer = closer;
  }

  @Override
  public String kind() {
    return ClosingService.JOB_KIND;
  }

  @Override
  public String title(Job job) {
    return "封榜";
  }

  @Override
  public void run(Job job) {
    LocalDate day = LocalDate.parse(job.data().get(ClosingService.DAY));
    // A reset deletes organizations but not their jobs.
    organizations
        .current(job.organizationId())
        .ifPresent(organization -> run(job, organization, day));
  }

  private void run(Job job, Organization organization, LocalDate day) {
    if (ClosingDays.dueAt(day, organization.businessDay()).isAfter(job.dueAt())) {
      // 封榜时间 was moved to later after this job was scheduled.
      closings.schedule(organization, day);
      return;
    }
    for (Period period : ClosingDays.endingOn(day.minusDays(1), organization)) {
      closer.close(organization, period);
    }
    closings.schedule(organization, ClosingDays.after(day, organization));
  }

  @EventListener
  void schedule(OrganizationCreated created) {
    closings.reschedule(created.organizationId());
  }

  /** A crash may have swallowed an {@link OrganizationCreated}. */
  @EventListener(ApplicationReadyEvent.class)
  void scheduleAll() {
    organizations.all().forEach(closings::schedule);
  }
}

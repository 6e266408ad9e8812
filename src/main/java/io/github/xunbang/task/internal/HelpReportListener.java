package io.github.xunbang.task.internal;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.organization.ReportNoted;
import io.github.xunbang.schedule.Job;
import io.github.xunbang.schedule.JobHandler;
import io.github.xunbang.schedule.ScheduleService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Hears of 困难 in reports. The report's answer never fails because of it: what goes wrong is handed
 * to a job, which tries again with backoff.
 */
@Component
class HelpReportListener implements JobHandler {

  private static final String KIND = "task.help-report";
  private static final Logger log = LoggerFactory.getLogger(HelpReportListener.class);

  private final HelpReports helpReports;
  private final ScheduleService schedule;
  private final BusinessClock clock;

  HelpReportListener(HelpReports helpReports, ScheduleService schedule, BusinessClock clock) {
    this.helpReports = helpReports;
    this.schedule = schedule;
    this.clock = clock;
  }

  @EventListener
  void onNoted(ReportNoted noted) {
    if (noted.part() != ReportNoted.Part.HELP) {
      return;
    }
    try {
      helpReports.accept(noted);
    } catch (RuntimeException failed) {
      log.warn(
          "Part of a report waits for its next try: part={} organization={} message={}",
          noted.part(),
          noted.organizationId(),
          noted.messageKey(),
          failed);
      schedule.schedule(
          new Job(
              KIND + "|" + noted.organizationId() + "|" + noted.messageKey(),
              KIND,
              noted.organizationId(),
              clock.instant(),
              noted.toData()));
    }
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(Job job) {
    helpReports.accept(ReportNoted.ofData(job.organizationId(), job.data()));
  }
}

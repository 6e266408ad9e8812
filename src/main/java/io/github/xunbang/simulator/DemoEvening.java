package io.github.xunbang.simulator;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.schedule.Job;
import io.github.xunbang.schedule.JobHandler;
import io.github.xunbang.schedule.ScheduleService;
import io.github.xunbang.template.DemoTeams;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The demo team's working day: each evening those who have not spoken report, so that the 旬 is full
 * when time is turned past its end. It ends with the team.
 */
@Component
@ConditionalOnSimulator
class DemoEvening implements JobHandler {

  private static final String KIND = "simulator.demo-evening";
  private static final String DAY = "day";
  private static final LocalTime AT = LocalTime.of(22, 0);

  private final DemoTeams teams;
  private final ScheduleService schedule;
  private final BusinessClock clock;

  DemoEvening(DemoTeams teams, ScheduleService schedule, BusinessClock clock) {
    this.teams = teams;
    this.schedule = schedule;
    this.clock = clock;
  }

  /** Plans the next evening; planned twice, it is still one. */
  void plan(String organizationId) {
    LocalDate today = clock.instant().atZone(clock.getZone()).toLocalDate();
    plan(organizationId, dueAt(today).isAfter(clock.instant()) ? today : today.plusDays(1));
  }

  private void plan(String organizationId, LocalDate day) {
    schedule.schedule(
        new Job(
            KIND + "|" + organizationId + "|" + day,
            KIND,
            organizationId,
            dueAt(day),
            Map.of(DAY, day.toString())));
  }

  private Instant dueAt(LocalDate day) {
    return day.atTime(AT).atZone(clock.getZone()).toInstant();
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(Job job) {
    LocalDate day = LocalDate.parse(job.data().get(DAY));
    if (teams.report(job.organizationId(), SimulatorChannel.NAME, day)) {
      plan(job.organizationId(), day.plusDays(1));
    }
  }
}

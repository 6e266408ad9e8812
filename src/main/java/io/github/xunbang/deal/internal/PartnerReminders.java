package io.github.xunbang.deal.internal;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.calendar.Workdays;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.schedule.Job;
import io.github.xunbang.schedule.ScheduleService;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** When a collaborator is reminded: at 09:35 on each of the person's next three workdays. */
@Component
class PartnerReminders {

  static final String JOB = "deal.partner";
  static final String MEMBER = "member";
  static final String TIMES = "times";

  /** After this many reminders the next run takes the silence for an answer. */
  static final int MOST = 3;

  private static final LocalTime MORNING = LocalTime.of(9, 35);
  private static final int LONGEST_LEAVE = 60;

  private final ScheduleService schedule;
  private final Workdays workdays;
  private final BusinessClock clock;

  PartnerReminders(ScheduleService schedule, Workdays workdays, BusinessClock clock) {
    this.schedule = schedule;
    this.workdays = workdays;
    this.clock = clock;
  }

  /** Plans the first reminder, on the next workday. */
  void begin(Organization organization, int deal, String memberId, Map<String, String> data) {
    plan(organization, deal, memberId, data, 1, organization.businessDay().of(clock.instant()));
  }

  /** Plans the reminder after the one that ran at {@code dueAt}. */
  void next(Organization organization, Job ran) {
    int times = Integer.parseInt(ran.data().getOrDefault(TIMES, "1")) + 1;
    plan(
        organization,
        Integer.parseInt(ran.data().get(PartnerQuestions.DEAL)),
        ran.data().getOrDefault(MEMBER, ""),
        ran.data(),
        times,
        organization.businessDay().of(ran.dueAt()));
  }

  private void plan(
      Organization organization,
      int deal,
      String memberId,
      Map<String, String> data,
      int times,
      LocalDate after) {
    Map<String, String> next = new HashMap<>(data);
    next.put(MEMBER, memberId);
    next.put(TIMES, Integer.toString(times));
    String cause = data.getOrDefault(PartnerQuestions.CAUSE, "");
    String id = String.join("|", JOB, organization.id(), "" + deal, memberId, cause, "" + times);
    schedule.schedule(
        new Job(id, JOB, organization.id(), due(organization, memberId, after), next));
  }

  /** A long leave does not put the answer off for ever. */
  private Instant due(Organization organization, String memberId, LocalDate after) {
    LocalDate day = after.plusDays(1);
    while (!workdays.isWorkday(organization.id(), memberId, day)
        && day.isBefore(after.plusDays(LONGEST_LEAVE))) {
      day = day.plusDays(1);
    }
    return day.atTime(MORNING).atZone(organization.businessDay().zone()).toInstant();
  }
}

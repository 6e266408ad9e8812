package io.github.xunbang.deal.internal;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.calendar.Workdays;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.schedule.Job;
import io.github.xunbang.schedule.ScheduleService;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * When owners are chased (S-63): Monday 09:20, or the week's first workday after it; a week without
 * a workday is left out. Planned while money is open, each week once.
 */
@Component
class ChaseSchedule {

  static final String KIND = "deal.chase";
  static final String WEEK = "week";

  private static final LocalTime TIME = LocalTime.of(9, 20);
  private static final int WEEKS_AHEAD = 6;
  private static final int WEEK_LENGTH = 7;

  private final ScheduleService schedule;
  private final Workdays workdays;
  private final BusinessClock clock;

  ChaseSchedule(ScheduleService schedule, Workdays workdays, BusinessClock clock) {
    this.schedule = schedule;
    this.workdays = workdays;
    this.clock = clock;
  }

  /** Plans the next chase from now on. */
  void planNext(Organization organization) {
    LocalDate today = clock.instant().atZone(organization.businessDay().zone()).toLocalDate();
    LocalDate monday = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    Stream.iterate(monday, week -> week.plusDays(WEEK_LENGTH))
        .limit(WEEKS_AHEAD)
        .flatMap(
            week ->
                firstWorkday(organization, week, week).stream()
                    .map(day -> job(organization, week, day)))
        .findFirst()
        .ifPresent(schedule::schedule);
  }

  /**
   * Plans the chase of {@code week} for a later day, because {@code today} became a day off.
   *
   * @return whether the week has another workday
   */
  boolean planLater(Organization organization, LocalDate week, LocalDate today) {
    Optional<LocalDate> day = firstWorkday(organization, week, today.plusDays(1));
    day.ifPresent(later -> schedule.schedule(job(organization, week, later)));
    return day.isPresent();
  }

  private Optional<LocalDate> firstWorkday(
      Organization organization, LocalDate week, LocalDate from) {
    return from.datesUntil(week.plusDays(WEEK_LENGTH))
        .filter(day -> workdays.isWorkday(organization.id(), day))
        .findFirst();
  }

  private static Job job(Organization organization, LocalDate week, LocalDate day) {
    return new Job(
        KIND + "|" + organization.id() + "|" + day,
        KIND,
        organization.id(),
        day.atTime(TIME).atZone(organization.businessDay().zone()).toInstant(),
        Map.of(WEEK, week.toString()));
  }
}

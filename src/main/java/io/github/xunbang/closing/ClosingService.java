package io.github.xunbang.closing;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.calendar.BusinessDay;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.schedule.Job;
import io.github.xunbang.schedule.ScheduleService;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The room's door: what is frozen, and when the next closing is due (design section 4). */
@Service
public class ClosingService {

  /** The kind of job that freezes. */
  static final String JOB_KIND = "closing.freeze";

  /** The job's fact: the closing day, one calendar day after the end of what it freezes. */
  static final String DAY = "day";

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private final ClosingRepository repository;
  private final OrganizationService organizations;
  private final ScheduleService schedule;
  private final BusinessClock clock;

  ClosingService(
      ClosingRepository repository,
      OrganizationService organizations,
      ScheduleService schedule,
      BusinessClock clock) {
    this.repository = repository;
    this.organizations = organizations;
    this.schedule = schedule;
    this.clock = clock;
  }

  /**
   * The frozen result of a period; empty while it is open, while its closing is still being
   * written, and for a period in which nobody reported anything. A period with other dates than the
   * frozen one, such as the natural month beside a settlement month, is another period.
   */
  public Optional<Closed> find(String organizationId, Period period) {
    return repository
        .number(organizationId, period)
        .flatMap(
            number ->
                repository
                    .content(organizationId, period)
                    .map(content -> closed(period, number, content)));
  }

  /**
   * Whether the closing of a period is done, be it that nobody reported anything in it; its figures
   * are then what they are at the end.
   */
  public boolean isDone(String organizationId, Period period) {
    return repository.content(organizationId, period).isPresent();
  }

  /**
   * Makes sure that the organization's closings are scheduled at its present closing time: the next
   * one, and the last one if the organization existed then. Call it whenever 封榜时间, the zone, 结算日 or
   * a campaign has changed; calling it without need changes nothing, since a period freezes only
   * once.
   */
  public void reschedule(String organizationId) {
    schedule(organizations.get(organizationId));
  }

  /** Deletes everything frozen of an organization; only for simulated ones. */
  public void delete(String organizationId) {
    repository.delete(organizationId);
  }

  void schedule(Organization organization) {
    BusinessDay businessDay = organization.businessDay();
    Instant now = clock.instant();
    LocalDate tomorrow = now.atZone(businessDay.zone()).toLocalDate().plusDays(1);
    LocalDate last = ClosingDays.before(tomorrow, organization);
    LocalDate next = ClosingDays.after(last, organization);
    if (ClosingDays.dueAt(last, businessDay).isAfter(now)) {
      next = last;
      last = ClosingDays.before(last, organization);
    }
    if (ClosingDays.dueAt(last, businessDay).isAfter(organization.createdAt())) {
      schedule(organization, last);
    }
    schedule(organization, next);
  }

  /**
   * Schedules one closing day; its id holds closing time and zone, so that a changed one is new.
   */
  void schedule(Organization organization, LocalDate day) {
    BusinessDay businessDay = organization.businessDay();
    String id =
        String.join(
            "|",
            "closing",
            organization.id(),
            day.toString(),
            TIME.format(businessDay.closingTime()) + zone(businessDay));
    schedule.schedule(
        new Job(
            id,
            JOB_KIND,
            organization.id(),
            ClosingDays.dueAt(day, businessDay),
            Map.of(DAY, day.toString())));
  }

  private static String zone(BusinessDay businessDay) {
    return businessDay.zone().equals(BusinessDay.DEFAULT.zone()) ? "" : "|" + businessDay.zone();
  }

  private static Closed closed(Period period, int number, ClosingDocument content) {
    return new Closed(
        content.organizationId(), period, number, content.closedAt(), content.results());
  }
}

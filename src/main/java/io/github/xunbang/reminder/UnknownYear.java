package io.github.xunbang.reminder;

import io.github.xunbang.calendar.Workdays;
import io.github.xunbang.organization.AutoPosts;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.schedule.Recurrence;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * Tells the managers once a year, in private if it can be, that the holidays of a year are not in
 * the table and Monday to Friday stand in for them (design section 4): on 20 December before, when
 * plans begin to reach into it, or the morning after a team begins later than that.
 */
@Component
class UnknownYear implements Recurrence {

  private static final LocalTime TIME = LocalTime.of(10, 5);
  private static final int YEARS_AHEAD = 2;
  private static final int WEEK = 7;

  private final OrganizationService organizations;
  private final AutoPosts autoPosts;
  private final Workdays workdays;
  private final ManagerNotes notes;

  UnknownYear(
      OrganizationService organizations,
      AutoPosts autoPosts,
      Workdays workdays,
      ManagerNotes notes) {
    this.organizations = organizations;
    this.autoPosts = autoPosts;
    this.workdays = workdays;
    this.notes = notes;
  }

  @Override
  public String name() {
    return "reminder.unknown-year";
  }

  @Override
  public String title() {
    return "放假安排的提醒";
  }

  @Override
  public Optional<Instant> next(String organizationId, Instant after) {
    return organizations.find(organizationId).flatMap(organization -> next(organization, after));
  }

  private Optional<Instant> next(Organization organization, Instant after) {
    int year = after.atZone(organization.businessDay().zone()).getYear();
    return IntStream.rangeClosed(year, year + YEARS_AHEAD)
        .filter(one -> toldAt(organization, one).isAfter(after) && matters(organization, one))
        .mapToObj(one -> toldAt(organization, one))
        .filter(instant -> !autoPosts.isPaused(organization, instant))
        .min(Comparator.naturalOrder());
  }

  @Override
  public void run(String organizationId, Instant dueAt) {
    organizations.find(organizationId).ifPresent(organization -> tell(organization, dueAt));
  }

  private void tell(Organization organization, Instant dueAt) {
    LocalDate day = dueAt.atZone(organization.businessDay().zone()).toLocalDate();
    IntStream.rangeClosed(day.getYear(), day.getYear() + 1)
        .filter(year -> matters(organization, year) && toldAt(organization, year).equals(dueAt))
        .forEach(year -> tell(organization, day, year));
  }

  private void tell(Organization organization, LocalDate day, int year) {
    String text =
        "【日历】%d年的放假安排还没有收录，先按周一到周五上班来排。\n放假请发：设置 放假 10-1到10-7\n补班请发：设置 加班日 10-10".formatted(year);
    notes.tell(organization, day, "unknown-year|" + organization.id() + "|" + year, text);
  }

  /**
   * A team that works seven days a week does not ask the table, and what a group left behind when
   * it was bound to another team is no team.
   */
  private boolean matters(Organization organization, int year) {
    LocalDate first = LocalDate.of(year, 1, 1);
    return !organization.groups().isEmpty()
        && !workdays.knows(year)
        && workdays.count(organization.id(), first, first.plusDays(WEEK - 1)) < WEEK;
  }

  private static Instant toldAt(Organization organization, int year) {
    ZoneId zone = organization.businessDay().zone();
    LocalDate begun = organization.createdAt().atZone(zone).toLocalDate().plusDays(1);
    LocalDate usual = Workdays.plannedFrom(year);
    return (begun.isAfter(usual) ? begun : usual).atTime(TIME).atZone(zone).toInstant();
  }
}

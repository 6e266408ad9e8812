package io.github.xunbang.reminder;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.calendar.Workdays;
import io.github.xunbang.organization.AutoPost;
import io.github.xunbang.organization.AutoPosts;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.report.EveningRest;
import io.github.xunbang.schedule.Recurrence;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 催报 by itself: twice an evening on workdays, naming who is expected and still missing. */
@Component
@Order(30)
class ReportReminder implements AutoPost, Recurrence {

  static final Duration KEEPS = Duration.ofMinutes(30);

  private final OrganizationService organizations;
  private final AutoPosts autoPosts;
  private final Workdays workdays;
  private final ReportingDuty duty;
  private final EveningRest rest;
  private final ReminderPosts posts;
  private final CoolDown coolDown;
  private final BusinessClock clock;

  ReportReminder(
      OrganizationService organizations,
      AutoPosts autoPosts,
      Workdays workdays,
      ReportingDuty duty,
      EveningRest rest,
      ReminderPosts posts,
      CoolDown coolDown,
      BusinessClock clock) {
    this.organizations = organizations;
    this.autoPosts = autoPosts;
    this.workdays = workdays;
    this.duty = duty;
    this.rest = rest;
    this.posts = posts;
    this.coolDown = coolDown;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "催报";
  }

  @Override
  public List<String> aliases() {
    return List.of("催日报", "催交");
  }

  @Override
  public String description() {
    return "工作日晚上点名提醒还没报的人，例如：20:35 21:35";
  }

  @Override
  public List<LocalTime> times() {
    return List.of(LocalTime.of(20, 35), LocalTime.of(21, 35));
  }

  /** After midnight it is still about the business day that runs. */
  @Override
  public boolean isDue(Organization organization, LocalDate day, LocalTime time) {
    boolean afterMidnight = time.isBefore(organization.businessDay().dayStart());
    return workdays.isWorkday(organization.id(), afterMidnight ? day.minusDays(1) : day);
  }

  @Override
  public Optional<Instant> next(String organizationId, Instant after) {
    return autoPosts.next(this, organizationId, after);
  }

  @Override
  public Duration keeps() {
    return KEEPS;
  }

  @Override
  public void run(String organizationId, Instant dueAt) {
    organizations
        .find(organizationId)
        .filter(this::mayBeDisturbed)
        .ifPresent(organization -> remind(organization, dueAt));
  }

  /**
   * Late, it may meet a pause that began meanwhile; held until the quiet hours end it would ask for
   * yesterday's report.
   */
  private boolean mayBeDisturbed(Organization organization) {
    Instant now = clock.instant();
    return !autoPosts.isPaused(organization, now)
        && autoPosts
            .quietHours(organization)
            .endOf(now, organization.businessDay().zone())
            .isEmpty();
  }

  private void remind(Organization organization, Instant dueAt) {
    LocalDate day = organization.businessDay().of(dueAt);
    List<Member> missing = duty.missing(organization, day);
    if (missing.isEmpty()) {
      return;
    }
    if (rest.rests(organization, day)) {
      rest.tell(organization, day);
      return;
    }
    String key = String.join("|", "reminder", organization.id(), dueAt.toString());
    posts
        .perGroup(organization, day, missing)
        .forEach((group, message) -> posts.post(organization, key, group, message));
    posts.postPrivately(organization, key, day, missing);
    coolDown.note(organization.id(), dueAt);
  }
}

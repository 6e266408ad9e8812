package io.github.xunbang.reminder;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.calendar.BusinessDay;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.message.OutboundMessage;
import io.github.xunbang.organization.AutoPost;
import io.github.xunbang.organization.AutoPosts;
import io.github.xunbang.organization.ChatGroup;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.outbox.OutboxService;
import io.github.xunbang.outbox.Post;
import io.github.xunbang.report.BackfillDaysSetting;
import io.github.xunbang.schedule.Recurrence;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * 截止提醒: on the evening before a period freezes, workday or not, that figures can be sent until the
 * closing, and who has days to fill in (design sections 4 and 7).
 */
@Component
@Order(32)
class ClosingReminder implements AutoPost, Recurrence {

  private static final Duration KEEPS = Duration.ofHours(12);

  private final OrganizationService organizations;
  private final AutoPosts autoPosts;
  private final ReportingDuty duty;
  private final ReportLine line;
  private final OutboxService outbox;
  private final BusinessClock clock;

  ClosingReminder(
      OrganizationService organizations,
      AutoPosts autoPosts,
      ReportingDuty duty,
      ReportLine line,
      OutboxService outbox,
      BusinessClock clock) {
    this.organizations = organizations;
    this.autoPosts = autoPosts;
    this.duty = duty;
    this.line = line;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "截止提醒";
  }

  @Override
  public List<String> aliases() {
    return List.of("截止", "封榜提醒");
  }

  @Override
  public String description() {
    return "旬末、月末等封榜前一晚提醒补数，例如：20:05";
  }

  @Override
  public List<LocalTime> times() {
    return List.of(LocalTime.of(20, 5));
  }

  @Override
  public boolean isDue(Organization organization, LocalDate day, LocalTime time) {
    return !endingOn(organization, day).isEmpty();
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
        .filter(organization -> !autoPosts.isPaused(organization, clock.instant()))
        .ifPresent(
            organization ->
                remind(
                    organization, dueAt.atZone(organization.businessDay().zone()).toLocalDate()));
  }

  private void remind(Organization organization, LocalDate day) {
    List<Period> ending = endingOn(organization, day);
    // Late, or in a team that nobody reports in, it has nothing to say.
    if (ending.isEmpty()
        || organization.isFrozen(day, clock.instant())
        || !duty.expectsAnybody(organization, day)) {
      return;
    }
    Map<LocalDate, List<Member>> open = openDays(organization, ending, day);
    for (ChatGroup group : organization.groups()) {
      if (group.receivesPosts()) {
        Map<LocalDate, List<Member>> own = new LinkedHashMap<>();
        open.forEach(
            (date, members) -> own.put(date, GroupPeople.of(organization, group, members, date)));
        own.values().removeIf(List::isEmpty);
        outbox.enqueue(
            new Post(
                    String.join(
                        "|",
                        "closing-reminder",
                        organization.id(),
                        day.toString(),
                        group.conversation().key()),
                    organization.id(),
                    group.conversation(),
                    Post.Lane.REMINDER,
                    OutboundMessage.text(
                        ClosingText.of(
                            organization, day, ending, own, line.example(organization.id(), day))))
                .goodUntil(closing(organization, day)));
      }
    }
  }

  /** When the periods that end on {@code day} freeze; the reminder is of no use after that. */
  private static Instant closing(Organization organization, LocalDate day) {
    BusinessDay businessDay = organization.businessDay();
    return day.plusDays(1).atTime(businessDay.closingTime()).atZone(businessDay.zone()).toInstant();
  }

  /** Days that can still be filled in without anybody's 批准, and who has not, latest first. */
  private Map<LocalDate, List<Member>> openDays(
      Organization organization, List<Period> ending, LocalDate day) {
    Map<LocalDate, List<Member>> open = new LinkedHashMap<>();
    int free = BackfillDaysSetting.days(organization.settings());
    for (int back = 1; back <= free; back++) {
      LocalDate earlier = day.minusDays(back);
      boolean closing = ending.stream().anyMatch(period -> period.contains(earlier));
      if (closing && !organization.isFrozen(earlier, clock.instant())) {
        List<Member> missing = duty.missing(organization, earlier);
        if (!missing.isEmpty()) {
          open.put(earlier, missing);
        }
      }
    }
    return open;
  }

  private static List<Period> endingOn(Organization organization, LocalDate day) {
    return organization.freezingPeriods(day).stream()
        .filter(period -> period.end().equals(day))
        .toList();
  }
}

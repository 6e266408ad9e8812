package io.github.xunbang.digest.pack;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.calendar.Workdays;
import io.github.xunbang.command.Access;
import io.github.xunbang.organization.AutoPost;
import io.github.xunbang.organization.AutoPosts;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.schedule.Recurrence;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * 总管会资料 about the 5th, on a rest day the next workday (S-124, S-125). It names who is behind, so
 * only managers read it, in private.
 */
@Component
@Order(46)
class ChiefsPack implements AutoPost, Recurrence {

  private static final String AGENDA = "1 上月各单位指标 2 表扬 3 鼓励 4 问题和补救 5 上次事项跟进";

  private final OrganizationService organizations;
  private final AutoPosts autoPosts;
  private final Workdays workdays;
  private final MeetingText texts;
  private final PackPosts posts;
  private final ChiefsList attendees;

  ChiefsPack(
      OrganizationService organizations,
      AutoPosts autoPosts,
      Workdays workdays,
      MeetingText texts,
      PackPosts posts,
      ChiefsList attendees) {
    this.organizations = organizations;
    this.autoPosts = autoPosts;
    this.workdays = workdays;
    this.texts = texts;
    this.posts = posts;
    this.attendees = attendees;
  }

  @Override
  public String name() {
    return "总管会资料";
  }

  @Override
  public String description() {
    return "每月5号前后私下发给经理；改日子发：设置 总管会 5，列参加的人发：设置 总管会 名单 总经理 小区经理";
  }

  @Override
  public List<LocalTime> times() {
    return List.of(LocalTime.of(8, 45));
  }

  @Override
  public boolean isDue(Organization organization, LocalDate day, LocalTime time) {
    return ChiefsDaySetting.isOn(organization, workdays, day);
  }

  @Override
  public Optional<Instant> next(String organizationId, Instant after) {
    return autoPosts.next(this, organizationId, after);
  }

  @Override
  public Duration keeps() {
    return Duration.ofDays(10);
  }

  @Override
  public void run(String organizationId, Instant dueAt) {
    organizations.find(organizationId).ifPresent(organization -> run(organization, dueAt));
  }

  private void run(Organization organization, Instant dueAt) {
    LocalDate day = dueAt.atZone(organization.businessDay().zone()).toLocalDate();
    var periods = organization.periods();
    Period month = periods.previous(periods.containing(PeriodType.MONTH, day));
    Meeting meeting =
        new Meeting(name(), AGENDA, month, day, month.start(), own(organization, day));
    Optional<String> text = texts.of(Scope.all(organization), meeting, true);
    organization.activeMembers(day).stream()
        .filter(member -> organization.accessOn(member, day).covers(Access.MANAGER))
        .forEach(
            member ->
                text.ifPresent(
                    said -> posts.inPrivate("pack.chiefs", organization, day, member, said)));
  }

  private List<String> own(Organization organization, LocalDate day) {
    List<String> lines = attendees.lines(organization, day);
    return lines.isEmpty() ? List.of() : Stream.concat(Stream.of("■ 参加"), lines.stream()).toList();
  }
}

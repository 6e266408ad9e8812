package io.github.xunbang.digest.pack;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
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
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * 例会资料 on the 1st and the 16th (or 15th), rest day or not, with different agendas (S-121 to S-123):
 * the 1st looks back on the month, the other on the first half.
 */
@Component
@Order(45)
class HalfMonthPack implements AutoPost, Recurrence {

  private static final String OF_MONTH = "1 上月结果 2 表扬 3 问题和补救 4 本月目标和计划";
  private static final String OF_HALF = "1 上半月进度 2 表扬 3 差距和补救 4 下半月怎么干";

  private final OrganizationService organizations;
  private final AutoPosts autoPosts;
  private final MeetingText texts;
  private final PackPosts posts;

  HalfMonthPack(
      OrganizationService organizations, AutoPosts autoPosts, MeetingText texts, PackPosts posts) {
    this.organizations = organizations;
    this.autoPosts = autoPosts;
    this.texts = texts;
    this.posts = posts;
  }

  @Override
  public String name() {
    return "例会资料";
  }

  @Override
  public String description() {
    return "1号和16号发例会议程和资料，经理私下另收一份全的；哪两天请发：设置 例会日 1,16";
  }

  @Override
  public List<LocalTime> times() {
    return List.of(LocalTime.of(8, 45));
  }

  @Override
  public boolean isDue(Organization organization, LocalDate day, LocalTime time) {
    return day.getDayOfMonth() == 1
        || day.getDayOfMonth() == MeetingDaysSetting.secondDay(organization);
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
    boolean first = day.getDayOfMonth() == 1;
    Period period =
        Period.containing(first ? PeriodType.MONTH : PeriodType.HALF_MONTH, day.minusDays(1));
    String agenda = first ? OF_MONTH : OF_HALF;
    posts.toGroups(
        "pack.half",
        organization,
        day,
        scope -> texts.of(scope, name(), agenda, period, day, false));
    PackPosts.inCharge(organization, day).keySet().stream()
        .filter(reader -> organization.accessOn(reader, day).covers(Access.MANAGER))
        .forEach(
            reader ->
                texts
                    .of(Scope.all(organization), name(), agenda, period, day, true)
                    .ifPresent(
                        text -> posts.inPrivate("pack.half", organization, day, reader, text)));
  }
}

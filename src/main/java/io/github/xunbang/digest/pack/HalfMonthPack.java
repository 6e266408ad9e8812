package io.github.xunbang.digest.pack;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.command.Access;
import io.github.xunbang.digest.rota.Training;
import io.github.xunbang.digest.rota.Trainings;
import io.github.xunbang.organization.AutoPost;
import io.github.xunbang.organization.AutoPosts;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.schedule.Recurrence;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
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
  private final Trainings trainings;

  HalfMonthPack(
      OrganizationService organizations,
      AutoPosts autoPosts,
      MeetingText texts,
      PackPosts posts,
      Trainings trainings) {
    this.trainings = trainings;
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
    return "1号和16号发例会议程、资料和轮到谁培训，经理私下另收一份全的；哪两天请发：设置 例会日 1,16";
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
    Meeting meeting = meeting(organization, day, first);
    if (!texts.isWorthWhile(organization, meeting)) {
      return;
    }
    YearMonth month = YearMonth.from(day).plusMonths(first ? 0 : 1);
    Optional<Training> training = trainings.prepare(organization, month);
    posts.toGroups(
        "pack.half",
        organization,
        day,
        scope -> texts.of(scope, meeting.with(own(scope, training, day, false)), false));
    Scope all = Scope.all(organization);
    texts
        .of(all, meeting.with(own(all, training, day, true)), true)
        .ifPresent(
            text ->
                PackPosts.inCharge(organization, day).keySet().stream()
                    .filter(reader -> organization.accessOn(reader, day).covers(Access.MANAGER))
                    .forEach(
                        reader -> posts.inPrivate("pack.half", organization, day, reader, text)));
  }

  private Meeting meeting(Organization organization, LocalDate day, boolean first) {
    Period period =
        Period.containing(first ? PeriodType.MONTH : PeriodType.HALF_MONTH, day.minusDays(1));
    LocalDate before =
        first
            ? day.minusMonths(1).withDayOfMonth(MeetingDaysSetting.secondDay(organization))
            : day.withDayOfMonth(1);
    return new Meeting(name(), first ? OF_MONTH : OF_HALF, period, day, before, List.of());
  }

  /** Who trains this month, said at its first meeting, or the next, at the one before it. */
  private List<String> own(
      Scope scope, Optional<Training> training, LocalDate day, boolean manager) {
    return training
        .filter(one -> scope.holdsMember(one.memberId(), day))
        .map(
            one ->
                (day.getDayOfMonth() == 1 ? "本月培训：" : "下月培训：")
                    + trainings.line(scope.organization(), one)
                    + (manager ? "（换人请发：培训 指定 姓名）" : ""))
        .stream()
        .toList();
  }
}

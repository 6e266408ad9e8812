package io.github.xunbang.digest.pack;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.calendar.Workdays;
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
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 周报 on the first workday of a week about the week before; 月报, 季报 and 年报 on the day after theirs
 * ended. A week that has no workday has no report.
 */
final class PeriodReport implements AutoPost, Recurrence {

  private final PeriodType type;
  private final LocalTime at;
  private final Duration keeps;
  private final Parts parts;

  /** What each of them works with. */
  record Parts(
      OrganizationService organizations,
      AutoPosts autoPosts,
      Workdays workdays,
      ReportText texts,
      PackPosts posts) {}

  PeriodReport(PeriodType type, LocalTime at, Duration keeps, Parts parts) {
    this.type = type;
    this.at = at;
    this.keeps = keeps;
    this.parts = parts;
  }

  @Override
  public String name() {
    return ReportText.word(type);
  }

  @Override
  public String description() {
    return type == PeriodType.WEEK ? "每周第一个工作日发上周合计、进度、求助和建议" : "次日发合计、目标、亮点；组长和经理私下另收一份全的";
  }

  @Override
  public List<LocalTime> times() {
    return List.of(at);
  }

  @Override
  public boolean isDue(Organization organization, LocalDate day, LocalTime time) {
    if (type != PeriodType.WEEK) {
      return reported(organization, day) != null;
    }
    LocalDate monday = Period.containing(PeriodType.WEEK, day).start();
    return parts.workdays.isWorkday(organization.id(), day)
        && parts.workdays.count(organization.id(), monday, day) == 1;
  }

  @Override
  public Optional<Instant> next(String organizationId, Instant after) {
    return parts.autoPosts.next(this, organizationId, after);
  }

  @Override
  public Duration keeps() {
    return keeps;
  }

  @Override
  public void run(String organizationId, Instant dueAt) {
    Organization organization = parts.organizations.find(organizationId).orElse(null);
    if (organization == null) {
      return;
    }
    LocalDate day = dueAt.atZone(organization.businessDay().zone()).toLocalDate();
    Period period = reported(organization, day);
    if (period == null) {
      return;
    }
    String key = "report." + type.name().toLowerCase(Locale.ROOT);
    parts.posts.toGroups(key, organization, day, scope -> parts.texts.forGroup(scope, period, day));
    if (type == PeriodType.MONTH) {
      PackPosts.inCharge(organization, day)
          .forEach(
              (reader, scope) ->
                  parts
                      .texts
                      .full(scope, period, day)
                      .ifPresent(
                          text -> parts.posts.inPrivate(key, organization, day, reader, text)));
    }
  }

  /** The period that has just ended on {@code day}, or null where none has. */
  private @Nullable Period reported(Organization organization, LocalDate day) {
    if (type == PeriodType.WEEK) {
      return Period.containing(type, day).previous();
    }
    Period ended = organization.periods().containing(type, day.minusDays(1));
    return ended.end().equals(day.minusDays(1)) ? ended : null;
  }
}

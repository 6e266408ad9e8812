package io.github.xunbang.digest.pack;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.calendar.Workdays;
import io.github.xunbang.organization.AutoPost;
import io.github.xunbang.organization.AutoPosts;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.report.EveningRest;
import io.github.xunbang.schedule.Recurrence;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * 战报 at night of every workday: totals, leaders, streaks, records, and how many reports are
 * missing; never who (design section 7). Set before noon it speaks of the last workday before, as
 * stores do that close late.
 */
@Component
@Order(40)
class NightSummary implements AutoPost, Recurrence {

  /** No run of rest days is longer. */
  private static final int LONGEST = 15;

  private final OrganizationService organizations;
  private final AutoPosts autoPosts;
  private final Workdays workdays;
  private final DaySummaryParts parts;
  private final DayHighlights highlights;
  private final PackPosts posts;
  private final EveningRest rest;

  NightSummary(
      OrganizationService organizations,
      AutoPosts autoPosts,
      Workdays workdays,
      DaySummaryParts parts,
      DayHighlights highlights,
      PackPosts posts,
      EveningRest rest) {
    this.organizations = organizations;
    this.autoPosts = autoPosts;
    this.workdays = workdays;
    this.parts = parts;
    this.highlights = highlights;
    this.posts = posts;
    this.rest = rest;
  }

  @Override
  public String name() {
    return "战报";
  }

  @Override
  public String description() {
    return "工作日晚上发当天合计、前三、连续和新高；设在中午前就发上个工作日的";
  }

  @Override
  public List<LocalTime> times() {
    return List.of(LocalTime.of(22, 5));
  }

  @Override
  public boolean isDue(Organization organization, LocalDate day, LocalTime time) {
    return workdays.isWorkday(organization.id(), day);
  }

  @Override
  public Optional<Instant> next(String organizationId, Instant after) {
    return autoPosts.next(this, organizationId, after);
  }

  @Override
  public Duration keeps() {
    return Duration.ofHours(10);
  }

  @Override
  public void run(String organizationId, Instant dueAt) {
    Organization organization = organizations.find(organizationId).orElse(null);
    if (organization == null) {
      return;
    }
    LocalDate due = dueAt.atZone(organization.businessDay().zone()).toLocalDate();
    boolean before = isBeforeNoon(AutoPosts.timeOf(organization, dueAt));
    LocalDate day = before ? lastWorkday(organization, due) : due;
    if (rest.rests(organization, day)) {
      rest.tell(organization, day);
      return;
    }
    posts.toGroups("summary", organization, day, scope -> text(scope, day, before));
  }

  /** Nothing when nobody reported and nobody had to. */
  private Optional<String> text(Scope scope, LocalDate day, boolean past) {
    Period period = Period.containing(PeriodType.DAY, day);
    String totals = parts.totals(scope, period, null);
    long missing = parts.missing(scope, day);
    if (totals.isEmpty() && missing == 0) {
      return Optional.empty();
    }
    String label = scope.label();
    List<String> lines = new ArrayList<>();
    lines.add("【战报】" + (label.isEmpty() ? "" : label + " ") + DateText.day(day));
    lines.add(totals.isEmpty() ? "还没有数" : "合计：" + totals);
    parts.leaders(scope, period, null, day).forEach(top -> lines.add("前三 " + top));
    if (!totals.isEmpty()) {
      lines.addAll(highlights.lines(scope, day));
    }
    if (missing > 0) {
      lines.add("还有" + missing + "人没报，现在补还算" + (past ? "那天的" : "今天的"));
    }
    return Optional.of(String.join("\n", lines));
  }

  private LocalDate lastWorkday(Organization organization, LocalDate before) {
    LocalDate day = before.minusDays(1);
    while (!workdays.isWorkday(organization.id(), day) && day.isAfter(before.minusDays(LONGEST))) {
      day = day.minusDays(1);
    }
    return day;
  }

  private static boolean isBeforeNoon(LocalTime time) {
    return time.isBefore(LocalTime.NOON);
  }
}

package io.github.xunbang.incentive.settlement.internal;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodCalendar;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.organization.AutoPost;
import io.github.xunbang.organization.AutoPosts;
import io.github.xunbang.organization.Campaign;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.schedule.Recurrence;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * 拟奖惩: settles on the morning after a period's end (design section 7). It looks at the period of
 * each kind that ended last, so what was missed while the service was down is caught up once.
 */
@Component
@Order(48)
class ProposalPost implements AutoPost, Recurrence {

  private static final List<PeriodType> TYPES =
      List.of(
          PeriodType.WEEK,
          PeriodType.XUN,
          PeriodType.HALF_MONTH,
          PeriodType.MONTH,
          PeriodType.QUARTER,
          PeriodType.YEAR);

  private static final int CAMPAIGN_DAYS = 40;

  private final OrganizationService organizations;
  private final AutoPosts autoPosts;
  private final SettlementRun run;

  ProposalPost(OrganizationService organizations, AutoPosts autoPosts, SettlementRun run) {
    this.organizations = organizations;
    this.autoPosts = autoPosts;
    this.run = run;
  }

  @Override
  public String name() {
    return "拟奖惩";
  }

  @Override
  public String description() {
    return "每期结束次日算出奖惩建议，私下发给方案负责人；确认前谁也不通知";
  }

  @Override
  public List<LocalTime> times() {
    return List.of(LocalTime.of(9, 5));
  }

  @Override
  public boolean isDue(Organization organization, LocalDate day, LocalTime time) {
    LocalDate last = day.minusDays(1);
    return TYPES.stream()
            .anyMatch(type -> organization.periods().containing(type, last).end().equals(last))
        || campaigns(organization).anyMatch(period -> period.end().equals(last));
  }

  @Override
  public Optional<Instant> next(String organizationId, Instant after) {
    return autoPosts.next(this, organizationId, after);
  }

  @Override
  public void run(String organizationId, Instant dueAt) {
    organizations.find(organizationId).ifPresent(organization -> run(organization, dueAt));
  }

  /** One period that cannot be settled must not keep the others from it. */
  private void run(Organization organization, Instant dueAt) {
    LocalDate day = dueAt.atZone(organization.businessDay().zone()).toLocalDate();
    @Nullable RuntimeException failure = null;
    for (Period period : endedBefore(organization, day)) {
      try {
        run.settle(organization, period, dueAt);
      } catch (RuntimeException e) {
        failure = e;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  /** The period of each kind that ended last before {@code day}, and the last campaigns. */
  private static List<Period> endedBefore(Organization organization, LocalDate day) {
    PeriodCalendar calendar = organization.periods();
    return Stream.concat(
            TYPES.stream().map(type -> calendar.previous(calendar.containing(type, day))),
            campaigns(organization)
                .filter(period -> period.end().isBefore(day))
                .filter(period -> period.end().plusDays(CAMPAIGN_DAYS).isAfter(day)))
        .toList();
  }

  private static Stream<Period> campaigns(Organization organization) {
    return organization.structure().campaigns().stream().map(Campaign::period).distinct();
  }
}

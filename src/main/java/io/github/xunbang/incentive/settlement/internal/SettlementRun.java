package io.github.xunbang.incentive.settlement.internal;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.closing.ClosingService;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.schedule.Job;
import io.github.xunbang.schedule.JobHandler;
import io.github.xunbang.schedule.ScheduleService;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Settles a period when it may be settled, and tells who decides. */
@Component
class SettlementRun implements JobHandler {

  private static final String KIND = "incentive.settle";
  private static final Duration AFTER_CLOSING = Duration.ofMinutes(1);

  /** A week never freezes: what is back-filled afterwards is looked for. */
  private static final List<Duration> WEEK_AGAIN = List.of(Duration.ofDays(4), Duration.ofDays(14));

  private final OrganizationService organizations;
  private final ClosingService closings;
  private final ScheduleService schedule;
  private final Settler settler;
  private final ProposalNews news;

  SettlementRun(
      OrganizationService organizations,
      ClosingService closings,
      ScheduleService schedule,
      Settler settler,
      ProposalNews news) {
    this.organizations = organizations;
    this.closings = closings;
    this.schedule = schedule;
    this.settler = settler;
    this.news = news;
  }

  /** Whether the period's figures are final as far as they ever are: its closing is done. */
  boolean isReady(Organization organization, Period period) {
    return !organization.freezingPeriods(period.end()).contains(period)
        || closings.isDone(organization.id(), period);
  }

  /**
   * Settles the period, now or one minute after its closing if that comes later.
   *
   * @param dueAt business instant
   * @throws IllegalStateException when the closing should be done and is not; try again
   */
  void settle(Organization organization, Period period, Instant dueAt) {
    if (!settler.hasRules(organization, period)) {
      return;
    }
    if (isReady(organization, period)) {
      settleNow(organization, period);
      if (period.type() == PeriodType.WEEK) {
        WEEK_AGAIN.forEach(later -> again(organization.id(), period, dueAt.plus(later)));
      }
      return;
    }
    var businessDay = organization.businessDay();
    Instant closed =
        period.closesAt(businessDay.closingTime(), businessDay.zone()).plus(AFTER_CLOSING);
    if (!closed.isAfter(dueAt)) {
      throw new IllegalStateException("Not closed yet: " + period);
    }
    plan(organization.id(), period, "first", closed);
  }

  /** Settles a period that is ready, at once; empty when no rule is in force for it. */
  Optional<Settlement> settleNow(Organization organization, Period period) {
    return organizations
        .current(organization.id())
        .flatMap(now -> told(now, settler.settle(now, period)));
  }

  /** Proposes the differences that corrected figures make. */
  Optional<Settlement> settleDifferences(Organization organization, Period period) {
    return organizations
        .current(organization.id())
        .flatMap(now -> told(now, settler.settleDifferences(now, period)));
  }

  private Optional<Settlement> told(Organization organization, Optional<Settled> settled) {
    settled.ifPresent(one -> news.tell(organization, one));
    return settled.map(Settled::settlement);
  }

  /** Looks for differences at {@code dueAt}, once however often it is asked for. */
  void again(String organizationId, Period period, Instant dueAt) {
    plan(organizationId, period, "again", dueAt);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(Job job) {
    Map<String, String> data = job.data();
    Period period =
        new Period(
            PeriodType.valueOf(data.get("type")),
            LocalDate.parse(data.get("start")),
            LocalDate.parse(data.get("end")));
    organizations
        .find(job.organizationId())
        .ifPresent(
            organization -> {
              if ("again".equals(data.get("what"))) {
                settleDifferences(organization, period);
              } else {
                settle(organization, period, job.dueAt());
              }
            });
  }

  private void plan(String organizationId, Period period, String what, Instant dueAt) {
    schedule.schedule(
        new Job(
            String.join(
                "|", KIND, organizationId, SettlementKey.text(period), what, dueAt.toString()),
            KIND,
            organizationId,
            dueAt,
            Map.of(
                "what", what,
                "type", period.type().name(),
                "start", period.start().toString(),
                "end", period.end().toString())));
  }
}

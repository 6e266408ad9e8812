package io.github.xunbang.incentive.settlement.internal;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.metric.LateFiguresPosted;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationDeleted;
import io.github.xunbang.organization.OrganizationService;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Looks for differences after figures of settled periods were corrected: at the next full minute,
 * so that many corrections are looked at together.
 */
@Component
class CorrectedFigures {

  private final OrganizationService organizations;
  private final MongoAwards awards;
  private final Settler settler;
  private final SettlementRun run;
  private final SettlementStore store;
  private final BusinessClock clock;

  CorrectedFigures(
      OrganizationService organizations,
      MongoAwards awards,
      Settler settler,
      SettlementRun run,
      SettlementStore store,
      BusinessClock clock) {
    this.organizations = organizations;
    this.awards = awards;
    this.settler = settler;
    this.run = run;
    this.store = store;
    this.clock = clock;
  }

  @EventListener
  void on(LateFiguresPosted late) {
    Organization organization = organizations.get(late.organizationId());
    Instant next = clock.instant().truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofMinutes(1));
    for (Period period : awards.periods(organization.id())) {
      if (concerns(organization, period, late.day())) {
        run.again(organization.id(), period, next);
      }
    }
  }

  @EventListener
  void forget(OrganizationDeleted deleted) {
    store.delete(deleted.organizationId());
  }

  /** Rules over several periods in a row look at days before their own period. */
  private boolean concerns(Organization organization, Period period, LocalDate day) {
    if (period.contains(day)
        || period.end().isBefore(day)
        || period.type() == PeriodType.CAMPAIGN) {
      return period.contains(day);
    }
    Period earliest = period;
    for (int more = settler.reach(organization, period); more > 1; more--) {
      earliest = organization.periods().previous(earliest);
    }
    return !day.isBefore(earliest.start());
  }
}

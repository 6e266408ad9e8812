package io.github.xunbang.incentive.settlement.internal;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.metric.LateFiguresPosted;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationDeleted;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.organization.PastRevised;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Looks for differences after figures of settled periods, or what they are judged by, were
 * corrected: at the next full minute, so that many corrections are looked at together.
 */
@Component
class CorrectedFigures {

  /** By then every instance has seen what was changed on another. */
  private static final Duration SEEN = Duration.ofSeconds(10);

  private static final Duration A_MINUTE = Duration.ofMinutes(1);

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
    look(late.organizationId(), late.day(), late.day());
  }

  @EventListener
  void on(PastRevised revised) {
    look(revised.organizationId(), revised.first(), revised.last());
  }

  private void look(String organizationId, LocalDate first, LocalDate last) {
    List<Period> settled = awards.periods(organizationId);
    if (settled.isEmpty()) {
      return;
    }
    Organization organization = organizations.get(organizationId);
    Instant next = clock.instant().plus(SEEN).truncatedTo(ChronoUnit.MINUTES).plus(A_MINUTE);
    for (Period period : settled) {
      if (concerns(organization, period, first, last)) {
        run.again(organizationId, period, next);
      }
    }
  }

  @EventListener
  void forget(OrganizationDeleted deleted) {
    store.delete(deleted.organizationId());
  }

  /** Rules over several periods in a row look at days before their own period. */
  private boolean concerns(
      Organization organization, Period period, LocalDate first, LocalDate last) {
    if (first.isAfter(period.end())) {
      return false;
    }
    Period earliest = period;
    int reach =
        period.type() == PeriodType.CAMPAIGN || !last.isBefore(period.start())
            ? 1
            : settler.reach(organization, period);
    for (int more = reach; more > 1; more--) {
      earliest = organization.periods().previous(earliest);
    }
    return !last.isBefore(earliest.start());
  }
}

package io.github.xunbang.deal.internal;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.deal.Deal;
import io.github.xunbang.metric.OwedFigures;
import io.github.xunbang.organization.OrganizationService;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Posts what a crash, or a writer who is still at it, left between deal and ledger (design sections
 * 6 and 11). The deal is the truth: an act that it does not hold never happened.
 *
 * <p>The deal is fenced before it is read. An act that is missing then cannot appear as it was
 * worked out: its writer, if it lives, works it out again after whatever closing asked for this. It
 * is left pending while it may be alive, and the writer makes it pending again before each attempt.
 */
@Component
class DealRecovery implements OwedFigures {

  private static final Logger log = LoggerFactory.getLogger(DealRecovery.class);

  /** No writer lives longer; in real time. */
  private static final Duration LONGEST_LIFE = Duration.ofMinutes(10);

  private final PendingActRepository pending;
  private final DealRepository deals;
  private final DealSettlement settlement;
  private final OrganizationService organizations;
  private final BusinessClock clock;

  DealRecovery(
      PendingActRepository pending,
      DealRepository deals,
      DealSettlement settlement,
      OrganizationService organizations,
      BusinessClock clock) {
    this.pending = pending;
    this.deals = deals;
    this.settlement = settlement;
    this.organizations = organizations;
    this.clock = clock;
  }

  @Override
  public void post(String organizationId) {
    finishAll(organizationId);
  }

  @EventListener(ApplicationReadyEvent.class)
  void postAll() {
    finishAll(null);
  }

  private void finishAll(@Nullable String organizationId) {
    pending.all(organizationId).forEach(this::finish);
  }

  private void finish(PendingActDocument act) {
    deals.fence(act.organizationId(), act.number());
    Optional<Deal> holding =
        deals.find(act.organizationId(), act.number()).filter(deal -> deal.holds(act.actId()));
    if (holding.isPresent()) {
      log.info(
          "Finishing an interrupted act: organization={} deal={} act={}",
          act.organizationId(),
          act.number(),
          act.actId());
      settlement.settle(
          organizations.get(act.organizationId()),
          holding.get(),
          act,
          DealPostings.act(holding.get(), act.actId()).at());
    } else if (act.since().isBefore(clock.realTime().instant().minus(LONGEST_LIFE))) {
      pending.delete(act);
    }
  }
}

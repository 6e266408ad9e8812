package io.github.xunbang.deal.internal;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.deal.Act;
import io.github.xunbang.deal.Deal;
import io.github.xunbang.metric.MetricCatalog;
import io.github.xunbang.organization.Organization;
import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;

/**
 * The desk on MongoDB. Each attempt: pending → read the clock → deal, guarded by its revision. A
 * closing looks at what is pending only after its time has come and fences those deals, so a writer
 * that read the clock before the closing has either stored its act, or fails and reads it again.
 */
@Service
class MongoDealDesk implements DealDesk {

  private static final int MAX_ATTEMPTS = 50;

  private final DealRegisterRepository register;
  private final DealRepository deals;
  private final PendingActRepository pending;
  private final DealSettlement settlement;
  private final MetricCatalog metrics;
  private final BusinessClock clock;

  MongoDealDesk(
      DealRegisterRepository register,
      DealRepository deals,
      PendingActRepository pending,
      DealSettlement settlement,
      MetricCatalog metrics,
      BusinessClock clock) {
    this.register = register;
    this.deals = deals;
    this.pending = pending;
    this.settlement = settlement;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** The deal that an act wants, from the one that is stored or null. */
  @FunctionalInterface
  private interface Wanted {
    Deal from(@Nullable Deal stored);
  }

  @Override
  public Outcome sign(Organization organization, Deal draft, Act act, Dating dating) {
    int number = register.number(organization.id(), act.id());
    return write(organization, number, act, dating, stored -> DealBooks.numbered(draft, number));
  }

  @Override
  public Outcome change(
      Organization organization, int number, Act act, Dating dating, DealChange change) {
    return write(
        organization,
        number,
        act,
        dating,
        stored -> {
          if (stored == null) {
            throw new NoSuchElementException("No deal " + organization.id() + " #" + number);
          }
          return change.apply(stored);
        });
  }

  private Outcome write(
      Organization organization, int number, Act act, Dating dating, Wanted wanted) {
    for (int attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      DealRepository.Stored stored = deals.read(organization.id(), number);
      if (stored.deal() != null && stored.deal().holds(act.id())) {
        return settled(organization, stored.deal(), act, true, act.at());
      }
      Deal next = wanted.from(stored.deal());
      announce(next, act);
      Instant now = clock.instant();
      Deal booked =
          DealBooks.after(organization, metrics.metrics(organization.id()), next, act, dating, now);
      var written = deals.write(booked, stored.revision());
      if (written.isPresent()) {
        return settled(organization, written.get(), act, false, now);
      }
      pause(attempt);
    }
    throw new OptimisticLockingFailureException("Deal still changing: number=" + number);
  }

  /** What is told before the deal changes, so that nothing is forgotten when it does. */
  private void announce(Deal next, Act act) {
    pending.put(pendingAct(next, act));
    if (next.unpaid().signum() > 0) {
      register.opened(next.organizationId(), next.number());
    }
  }

  private PendingActDocument pendingAct(Deal deal, Act act) {
    return PendingActDocument.of(
        deal.organizationId(), deal.number(), act.id(), clock.realTime().instant());
  }

  private Outcome settled(
      Organization organization, Deal deal, Act act, boolean replayed, Instant workedOutAt) {
    settlement.settle(organization, deal, pendingAct(deal, act), workedOutAt);
    return new Outcome(deal, replayed, DealPostings.bookings(deal, act.id()));
  }

  private static void pause(int attempt) {
    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(300_000L * attempt));
  }
}

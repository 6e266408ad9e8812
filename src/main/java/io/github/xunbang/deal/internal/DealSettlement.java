package io.github.xunbang.deal.internal;

import io.github.xunbang.deal.Act;
import io.github.xunbang.deal.Deal;
import io.github.xunbang.metric.LateFiguresPosted;
import io.github.xunbang.metric.Ledger;
import io.github.xunbang.metric.LedgerEntry;
import io.github.xunbang.metric.PostingCheck;
import io.github.xunbang.metric.PostingResult;
import io.github.xunbang.organization.Organization;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * What follows from an act that a deal holds: its posting, the word about figures in frozen days,
 * the list of open deals, the next chase. Doing it again changes nothing; only then the act is
 * pending no more.
 */
@Component
class DealSettlement {

  private final Ledger ledger;
  private final DealRepository deals;
  private final DealRegisterRepository register;
  private final PendingActRepository pending;
  private final ApplicationEventPublisher events;
  private final ChaseSchedule chase;

  DealSettlement(
      Ledger ledger,
      DealRepository deals,
      DealRegisterRepository register,
      PendingActRepository pending,
      ApplicationEventPublisher events,
      ChaseSchedule chase) {
    this.ledger = ledger;
    this.deals = deals;
    this.register = register;
    this.pending = pending;
    this.events = events;
    this.chase = chase;
  }

  /**
   * Brings the act to its end.
   *
   * @param workedOutAt business time at which the bookings were worked out; days frozen by then are
   *     entered late, others were on no frozen board
   */
  void settle(Organization organization, Deal deal, PendingActDocument what, Instant workedOutAt) {
    Act act = DealPostings.act(deal, what.actId());
    DealPostings.of(deal, act)
        .map(posting -> ledger.post(posting, PostingCheck.NONE))
        .ifPresent(result -> tellLate(organization, result, workedOutAt));
    if (deal.unpaid().signum() == 0) {
      close(deal);
    } else {
      chase.planNext(organization);
    }
    pending.delete(what);
  }

  /** Whoever opens the deal again in between lists it first, so it is looked at once more. */
  private void close(Deal deal) {
    register.closed(deal.organizationId(), deal.number());
    deals
        .find(deal.organizationId(), deal.number())
        .filter(now -> now.unpaid().signum() > 0)
        .ifPresent(open -> register.opened(open.organizationId(), open.number()));
  }

  private void tellLate(Organization organization, PostingResult result, Instant workedOutAt) {
    for (PostingResult.Posted posted : result.posted()) {
      LedgerEntry entry = posted.entry();
      Instant entered = result.replayed() ? entry.at() : workedOutAt;
      if (organization.isFrozen(entry.day(), entered) && !entry.steps().isEmpty()) {
        events.publishEvent(
            new LateFiguresPosted(
                organization.id(),
                entry.messageKey(),
                posted.after().subjectId(),
                entry.day(),
                entry.steps(),
                entry.at()));
      }
    }
  }
}

package io.github.xunbang.report;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.metric.LateFiguresPosted;
import io.github.xunbang.metric.LedgerEntry;
import io.github.xunbang.metric.PostingResult;
import io.github.xunbang.organization.Organization;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Tells whoever publishes boards that figures entered a frozen 旬 (design section 4): after the
 * durable write. A message that was already stored is told again, so that a death between the write
 * and the telling loses nothing; publishers know message, subject and day and say it once.
 */
@Component
class LateFigures {

  private final ApplicationEventPublisher events;
  private final BusinessClock clock;

  LateFigures(ApplicationEventPublisher events, BusinessClock clock) {
    this.events = events;
    this.clock = clock;
  }

  /** Whether {@code day} lies in a frozen period. */
  static boolean isFrozen(Organization organization, LocalDate day, Instant now) {
    return organization.isFrozen(day, now);
  }

  /**
   * Publishes one event per subject and frozen day that really changed. Of a replayed posting the
   * entry's own time decides, for what came before the closing is on the frozen board.
   */
  void publish(Organization organization, PostingResult result) {
    result
        .posted()
        .forEach(
            posted ->
                tell(
                    organization,
                    posted.after().subjectId(),
                    posted.entry(),
                    result.replayed() ? posted.entry().at() : clock.instant()));
  }

  /**
   * The same for figures that waited for 批准 and carry the time at which they were sent.
   *
   * @param approvedAt business time of the approval
   */
  void publishApproved(Organization organization, PostingResult result, Instant approvedAt) {
    Instant now = result.replayed() ? approvedAt : clock.instant();
    result
        .posted()
        .forEach(posted -> tell(organization, posted.after().subjectId(), posted.entry(), now));
  }

  /** Tells again what a message did that is in the ledger already. */
  void publishAgain(Organization organization, List<OwnHistory.Line> lines) {
    lines.forEach(line -> tell(organization, line.subjectId(), line.entry(), line.entry().at()));
  }

  private void tell(
      Organization organization, String subjectId, LedgerEntry entry, Instant enteredAt) {
    if (!isFrozen(organization, entry.day(), enteredAt) || entry.steps().isEmpty()) {
      return;
    }
    events.publishEvent(
        new LateFiguresPosted(
            organization.id(),
            entry.messageKey(),
            subjectId,
            entry.day(),
            entry.steps(),
            entry.at()));
  }
}

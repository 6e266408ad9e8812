package io.github.xunbang.report;

import io.github.xunbang.metric.LateFiguresPosted;
import io.github.xunbang.metric.PostingResult;
import io.github.xunbang.organization.Organization;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Tells whoever publishes boards that figures entered a frozen 旬 (design section 4): after the
 * durable write, and never for a message that was already stored.
 */
@Component
class LateFigures {

  private final ApplicationEventPublisher events;

  LateFigures(ApplicationEventPublisher events) {
    this.events = events;
  }

  /** Whether {@code day} lies in a frozen period. */
  static boolean isFrozen(Organization organization, LocalDate day, Instant now) {
    return organization.isFrozen(day, now);
  }

  /**
   * Publishes one event per subject and frozen day that really changed.
   *
   * @param now business time of the write
   */
  void publish(Organization organization, PostingResult result, Instant now) {
    if (result.replayed()) {
      return;
    }
    for (PostingResult.Posted posted : result.posted()) {
      LocalDate day = posted.entry().day();
      if (isFrozen(organization, day, now) && !posted.entry().steps().isEmpty()) {
        events.publishEvent(
            new LateFiguresPosted(
                organization.id(),
                posted.entry().messageKey(),
                posted.after().subjectId(),
                day,
                posted.entry().steps(),
                posted.entry().at()));
      }
    }
  }
}

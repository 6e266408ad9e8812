package io.github.xunbang.metric;

import java.time.Instant;
import java.util.List;

/**
 * Everything one message posts to the ledger: all of it or nothing.
 *
 * @param organizationId whose ledger
 * @param messageKey idempotency key ({@code InboundMessage.key()}); the same key never changes a
 *     sum twice
 * @param actorId the member who did it
 * @param at UTC instant of business time
 * @param text what was typed, kept with the entry
 * @param reason why
 * @param changes at most one per subject and day
 */
public record Posting(
    String organizationId,
    String messageKey,
    String actorId,
    Instant at,
    String text,
    LedgerEntry.Reason reason,
    List<SubjectChange> changes) {

  public Posting {
    changes = List.copyOf(changes);
    if (changes.isEmpty()) {
      throw new IllegalArgumentException("A posting needs a change");
    }
  }
}

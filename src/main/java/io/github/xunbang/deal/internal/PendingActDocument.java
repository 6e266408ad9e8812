package io.github.xunbang.deal.internal;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * An act whose figures the ledger may not have yet. The deal says which figures.
 *
 * @param id organization, number and act, with bars between
 * @param since real time of the latest attempt
 */
@Document("deal_pending")
record PendingActDocument(
    @Id String id, String organizationId, int number, String actId, Instant since) {

  static PendingActDocument of(String organizationId, int number, String actId, Instant since) {
    return new PendingActDocument(
        organizationId + "|" + number + "|" + actId, organizationId, number, actId, since);
  }
}

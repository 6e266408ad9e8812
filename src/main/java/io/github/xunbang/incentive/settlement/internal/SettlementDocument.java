package io.github.xunbang.incentive.settlement.internal;

import io.github.xunbang.incentive.engine.Outcome;
import java.time.Instant;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The header of a settlement, inserted once and never changed: its insertion makes the lines of its
 * attempt visible.
 *
 * @param id {@link SettlementKey#id()}
 */
@Document("settlements")
record SettlementDocument(
    @Id String id,
    String organizationId,
    String attempt,
    int first,
    int count,
    Instant at,
    List<Settlement.Applied> schemes,
    List<Outcome.Finding> findings) {

  static SettlementDocument of(Settlement settlement) {
    return new SettlementDocument(
        settlement.key().id(),
        settlement.key().organizationId(),
        settlement.attempt(),
        settlement.first(),
        settlement.count(),
        settlement.at(),
        settlement.schemes(),
        settlement.findings());
  }

  Settlement settlement(SettlementKey key) {
    return new Settlement(key, attempt, first, count, at, schemes, findings);
  }
}

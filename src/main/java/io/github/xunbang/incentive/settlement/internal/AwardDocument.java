package io.github.xunbang.incentive.settlement.internal;

import io.github.xunbang.incentive.settlement.Award;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One line. Everything but state, amount, open, acts and revision stays as it was inserted; the
 * period stands in the id, the rule in its scheme.
 *
 * @param id {@link Settlement#lineId}
 * @param turn see {@link Proposal#turn()}
 * @param basis what the rule gave at that settlement, as {@link Basis} writes it
 * @param revision guards every change
 */
@Document("awards")
record AwardDocument(
    @Id String id,
    String organizationId,
    int number,
    String schemeId,
    int schemeVersion,
    String ruleId,
    String subjectId,
    String subjectName,
    int turn,
    boolean difference,
    @Nullable BigDecimal proposed,
    @Nullable BigDecimal amount,
    String words,
    List<String> working,
    @Nullable String open,
    String basis,
    Award.State state,
    List<ActDocument> acts,
    long revision) {

  /**
   * One act.
   *
   * @param key what caused it, so that it is done once
   */
  record ActDocument(
      Award.Deed deed, @Nullable String memberId, Instant at, String note, String key) {

    Award.Act act() {
      return new Award.Act(deed, memberId, at, note);
    }
  }

  boolean wasChangedBy(String key) {
    return acts.stream().anyMatch(act -> act.key().equals(key));
  }
}

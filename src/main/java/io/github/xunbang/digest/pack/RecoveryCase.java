package io.github.xunbang.digest.pack;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subject that stayed under the line in one period, with the reason and plan that its responsible
 * person gave (S-126, S-133). Figures are kept as they were, so that the reason stands beside them.
 *
 * @param subjectId member or unit
 * @param shortfalls the metrics under the line, the worst first
 * @param answers what was said, the last one holds
 */
record RecoveryCase(String subjectId, List<Shortfall> shortfalls, List<Answer> answers) {

  /**
   * One metric as it was.
   *
   * @param metricId which
   * @param actual what was reached
   * @param base the target
   */
  record Shortfall(String metricId, BigDecimal actual, BigDecimal base) {}

  /**
   * What a responsible person said.
   *
   * @param reason why, as typed
   * @param plan what now, as typed
   * @param actorId who said it
   * @param at UTC instant of business time
   * @param messageKey the message's idempotency key
   */
  record Answer(String reason, String plan, String actorId, Instant at, String messageKey) {}

  /** The answer that holds, or null while nobody answered. */
  @Nullable Answer answer() {
    return answers.isEmpty() ? null : answers.get(answers.size() - 1);
  }
}

package io.github.xunbang.approval.internal;

import java.time.Instant;

/**
 * What became of a request. Claimed before it is carried out, so that of two deciders only one
 * acts; {@code done} once it was.
 *
 * @param by the decider's name as it was then
 * @param reason as typed, possibly empty
 * @param at business instant
 * @param messageKey the deciding message, which may be redelivered
 */
record Decision(
    Outcome outcome, String by, String reason, Instant at, String messageKey, boolean done) {

  /** How a request ends. */
  enum Outcome {
    APPROVED("批准"),
    REJECTED("驳回"),
    WITHDRAWN("撤回");

    private final String word;

    Outcome(String word) {
      this.word = word;
    }

    /** The Chinese verb, for replies. */
    String word() {
      return word;
    }
  }

  Decision carriedOut() {
    return new Decision(outcome, by, reason, at, messageKey, true);
  }
}

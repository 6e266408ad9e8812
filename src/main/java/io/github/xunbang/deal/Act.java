package io.github.xunbang.deal;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One thing done to a deal, never changed afterwards (design section 2).
 *
 * @param id idempotency key: the message key, or one derived from it
 * @param kind what was done
 * @param actorId the member who did it
 * @param at UTC instant of business time
 * @param day business day of the act, on which counter-entries of frozen days are booked
 * @param text what was typed
 * @param change old → new in a few Chinese words, for people: {@code 金额 5.8万→5万}
 */
public record Act(
    String id, Kind kind, String actorId, Instant at, LocalDate day, String text, String change) {

  /** What can be done to a deal. */
  public enum Kind {
    SIGNED,
    CONFIRMED,
    DECLINED,
    SILENT,
    CHANGED,
    TRANSFERRED,
    PAID,
    REFUNDED,
    CORRECTED,
    CANCELLED
  }
}

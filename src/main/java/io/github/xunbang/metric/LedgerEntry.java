package io.github.xunbang.metric;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One immutable line of the ledger: what one message did to one subject on one day (S-145, S-146).
 *
 * @param id unique: message key, subject and day
 * @param serial what people read, unique within the subject: {@code 261203-2}
 * @param messageKey the message that caused it
 * @param day business day it counts for
 * @param actorId who
 * @param at when, UTC
 * @param text what was typed
 * @param reason why
 * @param steps old and new value per metric
 * @param notes sections as they were set, old and new
 */
public record LedgerEntry(
    String id,
    String serial,
    String messageKey,
    LocalDate day,
    String actorId,
    Instant at,
    String text,
    Reason reason,
    List<Step> steps,
    Map<SubjectChange.Section, NoteStep> notes) {

  /** Why an entry exists. */
  public enum Reason {
    REPORT,
    PROXY,
    BACKFILL,
    CORRECTION,
    UNDO,
    /** A whole period's figure from before the bot, entered on the period's last day (S-72). */
    IMPORT,
    /** A credit or counter-entry of a deal; not a report, and 撤销 leaves it alone. */
    DEAL,
    /** A customer recorded completely; not a report, and 撤销 leaves it alone. */
    CUSTOMER;

    /** Whether somebody said what the day's figure is, in a report or about one. */
    public boolean isReported() {
      return this == REPORT || this == PROXY || this == BACKFILL || this == CORRECTION;
    }

    /** Whether another room's facts caused it, so that nobody has reported anything. */
    public boolean isCredit() {
      return this == DEAL || this == CUSTOMER;
    }
  }

  /**
   * One metric's change.
   *
   * @param metricId which
   * @param before the day's value before, or null when there was none
   * @param after the day's value after, or null when it was cleared
   */
  public record Step(String metricId, @Nullable BigDecimal before, @Nullable BigDecimal after) {}

  /**
   * One section's change.
   *
   * @param before the text before, or null
   * @param after the text after, or null
   */
  public record NoteStep(@Nullable String before, @Nullable String after) {}

  public LedgerEntry {
    steps = List.copyOf(steps);
    notes = Map.copyOf(notes);
  }

  /** Whether it changed this metric's value. */
  public boolean changes(String metricId) {
    return steps.stream().anyMatch(step -> step.metricId().equals(metricId));
  }
}

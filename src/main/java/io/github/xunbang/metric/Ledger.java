package io.github.xunbang.metric;

import io.github.xunbang.calendar.Period;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * The append-only truth behind every sum: one document per organization, subject and month (design
 * section 11).
 */
public interface Ledger {

  /**
   * Posts all changes or none, durably. One change: one read and one write guarded by revision.
   * Several documents: a pending document first, which is the commit point. Repeating a message key
   * returns what the first posting did.
   */
  PostingResult post(Posting posting, PostingCheck check);

  /** One subject's month, absent when nothing was posted. */
  Optional<MonthLedger> month(String organizationId, String subjectId, YearMonth month);

  /** Sums of each subject that reported in the period; reads one document per subject and month. */
  Map<String, PeriodFigures> figures(
      String organizationId, Collection<String> subjectIds, Period period);

  /** The sheets of one day of those subjects that have one. */
  Map<String, DaySheet> day(String organizationId, Collection<String> subjectIds, LocalDate day);

  /** Applies what an interrupted posting left pending; start-up and every closing call it. */
  void drainPending(String organizationId);

  /** Deletes all figures and metric definitions of an organization; only for simulated ones. */
  void delete(String organizationId);
}

package io.github.xunbang.metric.internal;

import java.time.YearMonth;

/**
 * Names one ledger document: organization, subject, calendar month. The order is fixed, so that
 * {@code _id} lists can be built from a roster.
 */
record BookKey(String organizationId, String subjectId, YearMonth month) {

  private static final int MONTH_LENGTH = "2026-12".length();

  /** The document's {@code _id}: {@code org|subject|2026-12}. */
  String id() {
    return organizationId + "|" + subjectId + "|" + month;
  }

  /**
   * Reads an {@code _id}; only the organization may not contain the separator. The month is read by
   * hand: a board reads thousands, and a date parser would cost more than the sums behind it.
   */
  static BookKey parse(String id) {
    int subject = id.indexOf('|') + 1;
    int month = id.length() - MONTH_LENGTH;
    return new BookKey(
        id.substring(0, subject - 1),
        id.substring(subject, month - 1),
        YearMonth.of(
            Integer.parseInt(id, month, month + 4, 10),
            Integer.parseInt(id, month + 5, month + MONTH_LENGTH, 10)));
  }

  BookKey in(YearMonth other) {
    return new BookKey(organizationId, subjectId, other);
  }
}

package io.github.xunbang.incentive.settlement.internal;

import io.github.xunbang.calendar.Period;

/**
 * One settlement of one period.
 *
 * @param organizationId whose
 * @param period which
 * @param sequence 0 for the first, then one more for each set of differences
 */
record SettlementKey(String organizationId, Period period, int sequence) {

  /** Unique text, usable as {@code _id}. */
  String id() {
    return organizationId + "|" + text(period) + "|" + sequence;
  }

  /** The same period settled once more. */
  SettlementKey next() {
    return new SettlementKey(organizationId, period, sequence + 1);
  }

  /** The period as part of keys; settlement months and campaigns need both ends. */
  static String text(Period period) {
    return period.type() + "|" + period.start() + "/" + period.end();
  }
}

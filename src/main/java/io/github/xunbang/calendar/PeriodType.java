package io.github.xunbang.calendar;

/** The kinds of period of design section 4, in the order in which people name them. */
public enum PeriodType {
  DAY,
  WEEK,
  XUN,
  HALF_MONTH,
  MONTH,
  QUARTER,
  YEAR,
  /** Any dates, with a name of their own; see {@code Campaign} of the organization. */
  CAMPAIGN
}

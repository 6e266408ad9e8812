package io.github.xunbang.command;

import io.github.xunbang.calendar.BusinessDay;

/**
 * How the caller's organization counts days, for the date and period argument types; implemented by
 * {@code organization}. Without a bean the defaults of design section 4 hold.
 */
@FunctionalInterface
public interface CallerBusinessDay {

  /** The business day of the caller's organization, or the default for a caller without one. */
  BusinessDay of(Caller caller);
}

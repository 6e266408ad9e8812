package io.github.xunbang.command;

import io.github.xunbang.calendar.BusinessDay;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodCalendar;
import java.util.Map;

/**
 * How the caller's organization counts days, for the date and period argument types; implemented by
 * {@code organization}. Without a bean the defaults of design section 4 hold.
 */
@FunctionalInterface
public interface CallerBusinessDay {

  /** The business day of the caller's organization, or the default for a caller without one. */
  BusinessDay of(Caller caller);

  /** The months, quarters and years of the caller's organization. */
  default PeriodCalendar periods(Caller caller) {
    return PeriodCalendar.NATURAL;
  }

  /** The campaigns of the caller's organization by name. */
  default Map<String, Period> campaigns(Caller caller) {
    return Map.of();
  }
}

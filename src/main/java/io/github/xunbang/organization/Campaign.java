package io.github.xunbang.organization;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import java.time.LocalDate;
import java.util.List;

/**
 * A named stretch of days beside the normal months (S-36, S-94).
 *
 * @param name as people type it
 * @param start first business day
 * @param end last business day
 * @param unitIds the units that take part; empty means all (S-70)
 * @param createdOn business day on which it was set up
 */
public record Campaign(
    String name, LocalDate start, LocalDate end, List<String> unitIds, LocalDate createdOn) {

  public Campaign {
    unitIds = List.copyOf(unitIds);
  }

  /** A campaign that was set up in time. */
  public Campaign(String name, LocalDate start, LocalDate end, List<String> unitIds) {
    this(name, start, end, unitIds, start);
  }

  /** Whether it freezes when it ends; one set up afterwards only looks back and never does. */
  public boolean freezes() {
    return !createdOn.isAfter(end);
  }

  /** Its dates as a period. */
  public Period period() {
    return new Period(PeriodType.CAMPAIGN, start, end);
  }
}

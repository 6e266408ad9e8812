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
 */
public record Campaign(String name, LocalDate start, LocalDate end, List<String> unitIds) {

  public Campaign {
    unitIds = List.copyOf(unitIds);
  }

  /** Its dates as a period. */
  public Period period() {
    return new Period(PeriodType.CAMPAIGN, start, end);
  }
}

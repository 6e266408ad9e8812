package io.github.xunbang.organization;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

/**
 * Tells how often reports were missing or late, for rules about them (S-79). The room that knows
 * who owes a report implements it.
 */
public interface ReportPunctuality {

  /**
   * Counts per person.
   *
   * @param missing workdays of the person, not on leave, for which there is no report
   * @param late workdays whose first report came after the day had ended
   */
  record Counts(int missing, int late) {}

  /**
   * The counts of these members over the days, both included; a member who missed nothing is
   * absent.
   */
  Map<String, Counts> over(
      Organization organization, Collection<Member> members, LocalDate first, LocalDate last);
}

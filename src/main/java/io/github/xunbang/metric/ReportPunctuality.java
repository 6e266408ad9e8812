package io.github.xunbang.metric;

import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
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
   * The counts of these members over the period, both ends included; a member who missed nothing is
   * absent.
   *
   * @param sheets of the period, read on as far as needed
   */
  Map<String, Counts> over(Organization organization, Collection<Member> members, DaySheets sheets);
}

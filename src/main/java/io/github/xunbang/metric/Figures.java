package io.github.xunbang.metric;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Unit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Values of any period as people read them: rolled up as each metric says (SUM, LAST, MAX, AVG),
 * derived metrics worked out from rolled-up parts, units put together from their own entries and
 * their members' (design section 6). {@link Ledger} keeps, this counts.
 */
public interface Figures {

  /**
   * The values of each member who has any in the period, by member id. A metric without a value,
   * also a ratio without denominator, is absent.
   */
  Map<String, PeriodFigures> ofMembers(
      Organization organization, Collection<Member> members, Period period);

  /**
   * The values of each unit that has any in the period, by unit id. A member's day counts for the
   * unit that was home on that day, and for those above it; {@link Metric#unitValue()} decides what
   * is added. SUM metrics are added over subjects; of the others the unit's own entries count, and
   * without own entries AVG averages and MAX takes the greatest of the members.
   */
  Map<String, PeriodFigures> ofUnits(
      Organization organization, Collection<Unit> units, Period period);

  /**
   * The values of {@link #ofMembers} and {@link #ofUnits} together by subject id: each document is
   * read once for both, but for those who changed unit in mid-period.
   */
  default Map<String, PeriodFigures> ofMembersAndUnits(
      Organization organization,
      Collection<Member> members,
      Collection<Unit> units,
      Period period) {
    Map<String, PeriodFigures> both = new HashMap<>(ofMembers(organization, members, period));
    both.putAll(ofUnits(organization, units, period));
    return both;
  }

  /** The values of the organization as a whole. */
  PeriodFigures ofOrganization(Organization organization, Period period);
}

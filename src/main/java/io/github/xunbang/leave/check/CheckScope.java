package io.github.xunbang.leave.check;

import io.github.xunbang.command.Access;
import io.github.xunbang.command.Caller;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Unit;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Whom a check is about: a leader's own units without the leaders, for a manager everybody below,
 * or one unit. Two leaders of the same units have the same scope, so that neither can draw anew.
 *
 * @param key stable name of the scope
 * @param label for people
 * @param members in order of joining
 */
record CheckScope(String key, String label, List<Member> members) {

  static final String ALL = "all";

  /**
   * The scope of {@code caller} on {@code day}.
   *
   * @param unit the unit asked for, or null
   * @throws CheckProblem when the unit is not the caller's
   */
  static CheckScope of(
      Organization organization, Caller caller, @Nullable Unit unit, LocalDate day) {
    boolean manager = caller.access().covers(Access.MANAGER);
    Set<String> led =
        caller.memberId() == null ? Set.of() : organization.ledUnitIds(caller.memberId(), day);
    if (unit != null) {
      if (!manager && !led.contains(unit.id())) {
        throw new CheckProblem("notYours", java.util.Map.of("unit", unit.name()));
      }
      Set<String> within = organization.units().within(unit.id());
      return scope(organization, "u:" + unit.id(), unit.name(), manager, within::contains, day);
    }
    if (manager) {
      return scope(organization, ALL, "全队", true, home -> true, day);
    }
    if (led.isEmpty()) {
      throw new CheckProblem("noUnit");
    }
    String key = "u:" + String.join(",", new TreeSet<>(led));
    return scope(organization, key, "本组", false, led::contains, day);
  }

  private static CheckScope scope(
      Organization organization,
      String key,
      String label,
      boolean manager,
      Predicate<String> home,
      LocalDate day) {
    Access above = manager ? Access.MANAGER : Access.LEADER;
    List<Member> members =
        organization.activeMembers(day).stream()
            .filter(member -> !organization.accessOn(member, day).covers(above))
            .filter(member -> home.test(member.unitIdOn(day) == null ? "" : member.unitIdOn(day)))
            .toList();
    // A manager's draw over a unit has the leaders in it; a leader's has not: two scopes.
    return new CheckScope(manager ? "m|" + key : key, label, members);
  }
}

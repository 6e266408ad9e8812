package io.github.xunbang.digest;

import io.github.xunbang.command.Access;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Unit;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Of what a 战报 is: a manager sees everything, a leader the own unit only (design section 5). */
public final class SummaryScope {

  private SummaryScope() {}

  /**
   * The unit to sum up, or null for the whole organization.
   *
   * @throws io.github.xunbang.command.CommandRejectedException when a leader asks beyond the own
   *     units, or leads several and names none
   */
  public static @Nullable Unit of(CommandCall call, Organization organization, LocalDate today) {
    @Nullable Unit asked = call.arguments().find("unit", Unit.class).orElse(null);
    if (call.caller().access().covers(Access.MANAGER)) {
      return asked;
    }
    Set<String> led = organization.ledUnitIds(call.caller().member(), today);
    List<Unit> own = highest(organization, led);
    if (own.isEmpty()) {
      throw call.rejection("noUnit", Map.of());
    }
    if (asked != null && !led.contains(asked.id())) {
      throw call.rejection("foreign", Map.of("unit", own.get(0).name()));
    }
    if (asked == null && own.size() > 1) {
      String names = own.stream().map(Unit::name).collect(Collectors.joining("、"));
      throw call.rejection("several", Map.of("units", names, "unit", own.get(0).name()));
    }
    return asked == null ? own.get(0) : asked;
  }

  /** Those of the led units that no other led unit contains, in the tree's order. */
  private static List<Unit> highest(Organization organization, Set<String> led) {
    return organization.units().all().stream()
        .filter(unit -> led.contains(unit.id()))
        .filter(
            unit ->
                led.stream()
                    .noneMatch(
                        other ->
                            !other.equals(unit.id())
                                && organization.units().within(other).contains(unit.id())))
        .toList();
  }
}

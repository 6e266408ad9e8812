package io.github.xunbang.metric.internal;

import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Unit;
import io.github.xunbang.organization.UnitName;
import java.time.LocalDate;
import java.util.List;

/** Whose figures an imported line is: who is there now first, then who ever was. */
final class ImportSubjects {

  private final Organization organization;
  private final LocalDate today;

  ImportSubjects(Organization organization, LocalDate today) {
    this.organization = organization;
    this.today = today;
  }

  /** The ids of the members of that name; one when it is clear. */
  List<String> members(String name) {
    return organization
        .memberNamed(name, today)
        .map(member -> List.of(member.id()))
        .orElseGet(
            () ->
                organization.members().stream()
                    .filter(member -> member.name().equals(name))
                    .map(Member::id)
                    .toList());
  }

  /**
   * The ids of the units of that name, also when its number is written otherwise (二十五店 is 25店); one
   * when it is clear.
   */
  List<String> units(String name) {
    List<Unit> active = organization.units().find(name, today);
    List<Unit> found =
        active.isEmpty()
            ? organization.units().all().stream()
                .filter(unit -> UnitName.key(unit.name()).equals(UnitName.key(name)))
                .toList()
            : active;
    return found.stream().map(Unit::id).toList();
  }

  /** Why a name found none or several. */
  static String problem(String typed, int found, boolean units) {
    String name = "“" + UntrustedText.oneLine(typed, 12) + "”";
    if (found > 1) {
      return name + "有" + found + "个，分不清是哪一个";
    }
    return name + (units ? "不是本团队的门店或小组" : "不在名单里");
  }
}

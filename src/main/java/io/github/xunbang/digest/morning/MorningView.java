package io.github.xunbang.digest.morning;

import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Unit;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * What one group's 晨会 is about.
 *
 * @param unitIds the units the group looks at; empty means the whole organization
 * @param day the day of the 晨会
 * @param last the last workday before it
 * @param before the workday before that
 */
record MorningView(
    Organization organization,
    List<String> unitIds,
    LocalDate day,
    LocalDate last,
    LocalDate before) {

  private static final int NAME = 12;

  boolean isWhole() {
    return unitIds.isEmpty();
  }

  List<Unit> units() {
    return unitIds.stream().flatMap(id -> organization.units().unit(id).stream()).toList();
  }

  /** The units whose needs the group may read: all, or those it looks at and below. */
  List<Unit> unitsWithin() {
    return organization.units().active(day).stream()
        .filter(unit -> isWhole() || holds(unit.id()))
        .toList();
  }

  boolean shows(Member member) {
    return member.activeOn(day)
        && (isWhole() || holds(Objects.requireNonNullElse(member.unitIdOn(day), "")));
  }

  boolean shows(String memberId) {
    return organization.member(memberId).filter(this::shows).isPresent();
  }

  String name(String memberId) {
    return organization.member(memberId).map(MorningView::name).orElse("已离开的成员");
  }

  static String name(Member member) {
    return UntrustedText.oneLine(member.name(), NAME);
  }

  private boolean holds(String unitId) {
    return unitIds.stream().anyMatch(id -> organization.units().within(id).contains(unitId));
  }
}

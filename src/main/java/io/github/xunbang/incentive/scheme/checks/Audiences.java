package io.github.xunbang.incentive.scheme.checks;

import io.github.xunbang.incentive.rule.Audience;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Unit;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** How many a rule may concern today; who is on probation is left open, so it is an upper end. */
final class Audiences {

  private final Organization organization;
  private final LocalDate today;

  Audiences(Organization organization, LocalDate today) {
    this.organization = organization;
    this.today = today;
  }

  int size(Audience audience) {
    Set<String> within =
        audience.withinId() == null ? null : organization.units().within(audience.withinId());
    if (audience.kind() == Audience.Kind.UNITS) {
      return (int)
          organization.units().active(today).stream()
              .filter(
                  unit -> audience.unitKind() == null || audience.unitKind().equals(unit.kind()))
              .filter(unit -> within == null || within.contains(unit.id()))
              .filter(unit -> isClass(audience, unit))
              .count();
    }
    return (int)
        organization.activeMembers(today).stream()
            .filter(member -> !member.guest())
            .filter(member -> has(audience, member))
            .filter(
                member ->
                    within == null
                        || within.contains(Objects.requireNonNullElse(member.unitIdOn(today), "")))
            .count();
  }

  /** The jobs that somebody has today. */
  List<String> positions() {
    return organization.activeMembers(today).stream()
        .map(member -> member.positionOn(today))
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  private boolean has(Audience audience, Member member) {
    String position = member.positionOn(today);
    boolean job =
        audience.positions().isEmpty()
            || (position != null && audience.positions().contains(position));
    return job
        && (audience.unitClass() == null
            || organization
                .unitOf(member, today)
                .filter(unit -> isClass(audience, unit))
                .isPresent());
  }

  private boolean isClass(Audience audience, Unit unit) {
    return audience.unitClass() == null || audience.unitClass().equals(unit.classOn(today));
  }
}

package io.github.xunbang.incentive.settlement.internal;

import io.github.xunbang.command.Access;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Whom a line concerns, who therefore reads its notice and may object to it. */
final class Concerned {

  private Concerned() {}

  /** The person, while they belong to the team; of a unit who is responsible for it. */
  static List<Member> of(Organization organization, String subjectId, LocalDate day) {
    Optional<Member> person = organization.member(subjectId);
    if (person.isPresent()) {
      return person.filter(member -> member.activeOn(day)).map(List::of).orElse(List.of());
    }
    List<Member> responsible =
        organization.activeMembers(day).stream()
            .filter(
                member ->
                    organization.responsibleUnits(member.id(), day).stream()
                        .anyMatch(unit -> unit.id().equals(subjectId)))
            .toList();
    return responsible.isEmpty() ? leaders(organization, subjectId, day) : responsible;
  }

  private static List<Member> leaders(Organization organization, String unitId, LocalDate day) {
    return organization.activeMembers(day).stream()
        .filter(member -> organization.accessOn(member, day) == Access.LEADER)
        .filter(member -> organization.ledUnitIds(member.id(), day).contains(unitId))
        .toList();
  }
}

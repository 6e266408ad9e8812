package io.github.xunbang.incentive.facts;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Responsibility;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which units' results a person's own are measured against (S-50). */
final class CareUnits {

  private final Organization organization;
  private final Map<String, List<Responsibility>> byMember;

  CareUnits(Organization organization) {
    this.organization = organization;
    byMember =
        organization.structure().responsibilities().stream()
            .collect(Collectors.groupingBy(Responsibility::memberId));
  }

  /**
   * The units in the member's care on the period's last day, else the home unit. A store below a
   * district that is also in their care counts once, within it.
   */
  List<String> of(String memberId, Period period) {
    return organization.member(memberId).map(member -> of(member, period)).orElse(List.of());
  }

  private List<String> of(Member member, Period period) {
    LocalDate day = Candidates.lastDay(member, period);
    List<String> inCare =
        byMember.getOrDefault(member.id(), List.of()).stream()
            .filter(one -> one.activeOn(day))
            .map(Responsibility::unitId)
            .filter(unitId -> organization.units().unit(unitId).isPresent())
            .distinct()
            .toList();
    return inCare.isEmpty()
        ? Stream.ofNullable(member.unitIdOn(day)).toList()
        : inCare.stream().filter(unitId -> !liesBelow(unitId, inCare)).toList();
  }

  private boolean liesBelow(String unitId, List<String> others) {
    return organization.units().path(unitId).stream()
        .skip(1)
        .anyMatch(above -> others.contains(above.id()));
  }
}

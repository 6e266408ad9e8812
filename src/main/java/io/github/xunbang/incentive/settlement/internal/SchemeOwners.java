package io.github.xunbang.incentive.settlement.internal;

import io.github.xunbang.command.Access;
import io.github.xunbang.incentive.rule.Scheme;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Who hears of a scheme's proposals: its owner (S-140), or the managers when the owner has left or
 * is no manager, since proposals are about everybody.
 */
final class SchemeOwners {

  private SchemeOwners() {}

  static List<Member> of(Organization organization, Optional<Scheme> scheme, LocalDate day) {
    Optional<Member> owner =
        scheme
            .flatMap(one -> organization.member(one.ownerId()))
            .filter(member -> member.activeOn(day))
            .filter(member -> organization.accessOn(member, day).covers(Access.MANAGER));
    return owner.map(List::of).orElseGet(() -> managers(organization, day));
  }

  static List<Member> managers(Organization organization, LocalDate day) {
    return organization.activeMembers(day).stream()
        .filter(member -> organization.accessOn(member, day).covers(Access.MANAGER))
        .toList();
  }

  /** Who answers objections, as people call them. */
  static String answering(Organization organization, Scheme scheme, LocalDate day) {
    return organization
        .member(scheme.ownerId())
        .filter(member -> member.activeOn(day))
        .map(Member::name)
        .orElse("经理");
  }
}

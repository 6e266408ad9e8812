package io.github.xunbang.incentive.settlement.internal;

import io.github.xunbang.command.Access;
import io.github.xunbang.incentive.rule.Scheme;
import io.github.xunbang.incentive.settlement.Award;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Who decides an objection (S-140): the scheme's owner, whatever their level, or a manager, but
 * nobody about an own line.
 */
final class Deciders {

  private final Organization organization;
  private final LocalDate day;

  Deciders(Organization organization, LocalDate day) {
    this.organization = organization;
    this.day = day;
  }

  /** Whether this member may decide about the line. */
  boolean mayDecide(Optional<Scheme> scheme, Award award, Member member) {
    return !isConcerned(award, member) && (isOwner(scheme, member) || isManager(member));
  }

  /** Whether the line is the member's own, or of a unit that they answer for. */
  boolean isConcerned(Award award, Member member) {
    return Concerned.of(organization, award.subjectId(), day).contains(member);
  }

  boolean isManager(Member member) {
    return organization.accessOn(member, day).covers(Access.MANAGER);
  }

  static boolean isOwner(Optional<Scheme> scheme, Member member) {
    return scheme.filter(one -> one.ownerId().equals(member.id())).isPresent();
  }

  /** Who is asked to decide: the owner, or all managers where the owner may not or has left. */
  List<Member> asked(Optional<Scheme> scheme, Award award) {
    Optional<Member> owner =
        scheme
            .flatMap(one -> organization.member(one.ownerId()))
            .filter(member -> member.activeOn(day))
            .filter(member -> !isConcerned(award, member));
    return owner.map(List::of).orElseGet(() -> managers(award));
  }

  /** The managers who may decide about the line. */
  List<Member> managers(Award award) {
    return SchemeOwners.managers(organization, day).stream()
        .filter(member -> !isConcerned(award, member))
        .toList();
  }

  /** Their names, joined for people. */
  static String names(List<Member> members) {
    return members.stream().map(Member::name).collect(Collectors.joining("、"));
  }
}

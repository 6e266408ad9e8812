package io.github.xunbang.organization.internal;

import io.github.xunbang.command.Access;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import java.time.LocalDate;

/** Gives a member other rights; somebody must stay who can manage. */
final class AccessChange {

  private AccessChange() {}

  /**
   * The organization after it.
   *
   * @throws CommandRejectedException when nobody would be left who may manage
   */
  static Organization of(
      Organization organization, String memberId, Access access, LocalDate today) {
    Member before = organization.member(memberId).orElseThrow();
    if (before.access() == access) {
      return organization;
    }
    boolean loses = before.access().covers(Access.MANAGER) && !access.covers(Access.MANAGER);
    if (loses && managers(organization, today) < 2) {
      throw new CommandRejectedException("%s是唯一的经理，先任命另一位，例如：任命 姓名 经理".formatted(before.name()));
    }
    return OrganizationChange.members(
        organization,
        Enrolment.replacing(organization.members(), before, before.withAccess(access)));
  }

  /** Those who can really manage: an entry that nobody has claimed cannot. */
  private static long managers(Organization organization, LocalDate today) {
    return organization.activeMembers(today).stream()
        .filter(member -> member.access().covers(Access.MANAGER))
        .filter(member -> !member.identities().isEmpty())
        .count();
  }
}

package io.github.xunbang.report;

import io.github.xunbang.command.Access;
import io.github.xunbang.command.Caller;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Unit;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Who may look at whose records (design section 12, S-144): a member own ones, a leader the unit's,
 * a manager all.
 */
final class OwnRecords {

  private OwnRecords() {}

  /**
   * The member whose records are asked for: the argument {@code member}, else the caller.
   *
   * @throws io.github.xunbang.command.CommandRejectedException with reply text {@code other}
   *     without the right
   */
  static Member subject(CommandCall call, Organization organization) {
    Member self =
        organization
            .member(call.caller().member())
            .orElseThrow(() -> new IllegalStateException("Caller is no member"));
    Optional<Member> asked = call.arguments().find("member", Member.class);
    if (asked.isEmpty() || asked.get().id().equals(self.id())) {
      return self;
    }
    LocalDate today = organization.businessDay().of(call.message().receivedAt());
    if (!mayActFor(organization, call.caller(), asked.get(), today)) {
      throw call.rejection("other", java.util.Map.of());
    }
    return asked.get();
  }

  /** Whether the caller is {@code other}'s leader or a manager. */
  static boolean mayActFor(
      Organization organization, Caller caller, Member other, LocalDate today) {
    return caller.access().covers(Access.MANAGER)
        || caller.access().covers(Access.LEADER)
            && organization.leads(caller.member(), other, today);
  }

  /** The name of a member or unit. */
  static String name(Organization organization, String subjectId) {
    return organization
        .member(subjectId)
        .map(Member::name)
        .or(() -> organization.units().unit(subjectId).map(Unit::name))
        .orElse("");
  }
}

package io.github.xunbang.report;

import io.github.xunbang.command.Access;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
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
    if (!mayActFor(call, organization, self, asked.get())) {
      throw call.rejection("other", java.util.Map.of());
    }
    return asked.get();
  }

  /** Whether the caller is {@code other}'s leader (same unit) or a manager. */
  static boolean mayActFor(CommandCall call, Organization organization, Member self, Member other) {
    Access access = call.caller().access();
    return access.covers(Access.MANAGER)
        || (access.covers(Access.LEADER)
            && organization.leads(
                self.id(), other, organization.businessDay().of(call.message().receivedAt())));
  }
}

package io.github.xunbang.inbound;

import io.github.xunbang.command.Access;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import java.time.LocalDate;
import java.util.List;

/** Whom the bot may tell in private what only managers should know. */
final class Managers {

  private Managers() {}

  /** Managers and administrators who have spoken with the bot and have not left. */
  static List<Member> reachable(Organization organization) {
    // Whoever joined last is active too; managers who left have an end.
    LocalDate never = LocalDate.MAX;
    return organization.members().stream()
        .filter(member -> member.activeOn(never))
        .filter(member -> member.access().covers(Access.MANAGER))
        .filter(member -> !member.identities().isEmpty())
        .toList();
  }
}

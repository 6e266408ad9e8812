package io.github.xunbang.leave.internal;

import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/**
 * Whose leave it is, when a name stands first: {@code 张敏 明天 病假}, {@code 替张敏 明天}.
 *
 * @param member whose
 * @param rest what follows the name
 */
record LeaveSubject(Member member, String rest) {

  /** The member named first, the longest name if several fit. */
  static Optional<LeaveSubject> read(String input, Organization organization, LocalDate day) {
    String text = input.strip().replaceFirst("^(?:[替帮给代]|@)+\\s*@?", "");
    return organization.activeMembers(day).stream()
        .filter(member -> text.startsWith(member.name()))
        .max(Comparator.comparing(member -> member.name().length()))
        .map(member -> new LeaveSubject(member, text.substring(member.name().length()).strip()));
  }
}

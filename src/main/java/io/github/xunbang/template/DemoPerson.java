package io.github.xunbang.template;

import io.github.xunbang.command.Access;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A person of a demo team.
 *
 * @param user user id
 * @param name shown name
 * @param position job
 * @param unit home unit, or null for who runs the team
 * @param access level
 * @param number stable number, seed of the person's figures
 */
record DemoPerson(
    String user, String name, String position, @Nullable String unit, Access access, int number) {

  String identity(String channel) {
    return channel + ":" + user;
  }

  /** The member who plays this person. */
  Optional<Member> in(Organization organization, String channel) {
    return organization.members().stream()
        .filter(member -> member.identities().contains(identity(channel)))
        .findFirst();
  }
}

package io.github.xunbang.organization.internal;

import io.github.xunbang.organization.ChatGroup;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Structure;
import java.util.List;
import java.util.Map;

/** An organization with one part exchanged. */
final class OrganizationChange {

  private OrganizationChange() {}

  static Organization members(Organization before, List<Member> members) {
    return copy(before, before.name(), before.settings(), before.groups(), members);
  }

  static Organization structure(Organization before, List<Member> members, Structure structure) {
    return new Organization(
        before.id(),
        before.name(),
        before.businessDay(),
        before.settings(),
        before.simulated(),
        before.groups(),
        members,
        structure,
        before.createdAt());
  }

  static Organization groups(Organization before, List<ChatGroup> groups) {
    return copy(before, before.name(), before.settings(), groups, before.members());
  }

  static Organization settings(Organization before, Map<String, String> settings) {
    return copy(before, before.name(), settings, before.groups(), before.members());
  }

  static Organization name(Organization before, String name) {
    return copy(before, name, before.settings(), before.groups(), before.members());
  }

  private static Organization copy(
      Organization before,
      String name,
      Map<String, String> settings,
      List<ChatGroup> groups,
      List<Member> members) {
    return new Organization(
        before.id(),
        name,
        DaySettings.businessDay(before.businessDay().zone().getId(), settings),
        settings,
        before.simulated(),
        groups,
        members,
        before.structure(),
        before.createdAt());
  }
}

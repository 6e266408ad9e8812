package io.github.xunbang.reminder;

import io.github.xunbang.message.Conversation;
import io.github.xunbang.message.Mention;
import io.github.xunbang.organization.ChatGroup;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Unit;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whose names a group may hear (S-65): a group that looks at one unit, only that unit's people. */
final class GroupPeople {

  private GroupPeople() {}

  /** Those of {@code members} whose home, or a unit in whose care, the group looks at. */
  static List<Member> of(
      Organization organization, ChatGroup group, List<Member> members, LocalDate day) {
    if (group.unitIds().isEmpty()) {
      return members;
    }
    Set<String> shown =
        group.unitIds().stream()
            .flatMap(unit -> organization.units().within(unit).stream())
            .collect(Collectors.toSet());
    return members.stream()
        .filter(
            member ->
                Stream.concat(
                        Stream.ofNullable(member.unitIdOn(day)),
                        organization.responsibleUnits(member.id(), day).stream().map(Unit::id))
                    .anyMatch(shown::contains))
        .toList();
  }

  /** Who can be notified in the group: those known on its channel. */
  static List<Mention> mentions(List<Member> members, Conversation group) {
    String channel = group.channel() + ":";
    return members.stream()
        .map(
            member ->
                member.identities().stream()
                    .filter(identity -> identity.startsWith(channel))
                    .findFirst()
                    .map(
                        identity ->
                            new Mention(identity.substring(channel.length()), member.name()))
                    .orElse(null))
        .filter(Objects::nonNull)
        .toList();
  }
}

package io.github.xunbang.organization;

import io.github.xunbang.calendar.BusinessDay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tenant (design section 3), as one immutable picture: settings, groups and roster.
 *
 * @param id short, stable, never shown
 * @param name as the administrator gave it
 * @param businessDay zone, day start and closing time
 * @param settings what managers set in chat, by setting name
 * @param simulated whether the simulator made it; only such ones can be reset
 * @param groups bound group chats
 * @param members everybody who ever belonged to it
 * @param createdAt UTC instant of business time
 */
public record Organization(
    String id,
    String name,
    BusinessDay businessDay,
    Map<String, String> settings,
    boolean simulated,
    List<ChatGroup> groups,
    List<Member> members,
    Instant createdAt) {

  public Organization {
    settings = Map.copyOf(settings);
    groups = List.copyOf(groups);
    members = List.copyOf(members);
  }

  /** The member with this id, active or not. */
  public Optional<Member> member(String memberId) {
    return members.stream().filter(member -> member.id().equals(memberId)).findFirst();
  }

  /** The member of this name active on {@code day}. */
  public Optional<Member> memberNamed(String name, LocalDate day) {
    return members.stream()
        .filter(member -> member.activeOn(day) && member.name().equals(name))
        .findFirst();
  }

  /** Everybody active on {@code day}, in order of joining. */
  public List<Member> activeMembers(LocalDate day) {
    return members.stream().filter(member -> member.activeOn(day)).toList();
  }
}

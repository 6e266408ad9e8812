package io.github.xunbang.organization;

import io.github.xunbang.calendar.BusinessDay;
import io.github.xunbang.message.Conversation;
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
    members = Roster.of(members);
  }

  /** The member with this id, active or not. */
  public Optional<Member> member(String memberId) {
    return Optional.ofNullable(roster().withId(memberId));
  }

  /** The member of this name active on {@code day}. */
  public Optional<Member> memberNamed(String name, LocalDate day) {
    return roster().named(name).stream().filter(member -> member.activeOn(day)).findFirst();
  }

  /**
   * The member tied to {@code identity} ({@code channel:userid}) who has not left before {@code
   * day}. Somebody who joins later counts too: a moved day start must not lock a new member out.
   */
  public Optional<Member> memberOf(String identity, LocalDate day) {
    return roster().tiedTo(identity).stream().filter(member -> !member.leftBefore(day)).findFirst();
  }

  /** Whether {@code identity} belonged to a member, even one who has left. */
  public boolean everKnew(String identity) {
    return !roster().tiedTo(identity).isEmpty();
  }

  /** Everybody active on {@code day}, in order of joining. */
  public List<Member> activeMembers(LocalDate day) {
    return members.stream().filter(member -> member.activeOn(day)).toList();
  }

  /**
   * Whether the group chat is bound to this organization; this picture decides, no look-up does.
   */
  public boolean holds(Conversation conversation) {
    return groups.stream().anyMatch(group -> group.conversation().equals(conversation));
  }

  private Roster roster() {
    return (Roster) members;
  }
}

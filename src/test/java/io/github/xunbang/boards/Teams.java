package io.github.xunbang.boards;

import io.github.xunbang.calendar.BusinessDay;
import io.github.xunbang.command.Access;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.organization.ChatGroup;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Ready organizations and members. */
public final class Teams {

  public static final Conversation GROUP = Conversation.group("simulator", "g1");
  public static final LocalDate FOUNDED = LocalDate.of(2026, 10, 1);

  private Teams() {}

  /** Members {@code m0}, {@code m1} … of these names, in a group that receives posts. */
  public static Organization of(String... names) {
    return with(
        IntStream.range(0, names.length)
            .mapToObj(index -> member("m" + index, names[index], Access.MEMBER, null))
            .toList());
  }

  public static Organization with(List<Member> members) {
    return new Organization(
        "o1",
        "一部",
        BusinessDay.DEFAULT,
        Map.of(),
        true,
        List.of(
            new ChatGroup(GROUP, true),
            new ChatGroup(Conversation.group("simulator", "reports-only"), false)),
        members,
        Instant.parse("2026-11-01T02:00:00Z"));
  }

  public static Organization closingAt(Organization one, LocalTime closingTime) {
    BusinessDay day = one.businessDay();
    return counting(one, new BusinessDay(day.zone(), day.dayStart(), closingTime));
  }

  public static Organization counting(Organization one, BusinessDay day) {
    return new Organization(
        one.id(),
        one.name(),
        day,
        one.settings(),
        one.simulated(),
        one.groups(),
        one.members(),
        one.createdAt());
  }

  public static Member member(String id, String name, Access access, String unit) {
    return new Member(id, name, access, null, unit, List.of(), FOUNDED, null);
  }
}

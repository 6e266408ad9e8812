package io.github.xunbang.boards;

import io.github.xunbang.command.Access;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.organization.Assignment;
import io.github.xunbang.organization.Campaign;
import io.github.xunbang.organization.ChatGroup;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Structure;
import io.github.xunbang.organization.Unit;
import io.github.xunbang.organization.UnitTree;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Organizations with units: a small chain of districts and stores. */
public final class Chain {

  public static final Conversation DISTRICT_GROUP = Conversation.group("simulator", "g-一区");

  private final List<Unit> units = new ArrayList<>();
  private final List<Member> members = new ArrayList<>();
  private final List<Campaign> campaigns = new ArrayList<>();
  private Map<String, String> settings = Map.of();

  public Chain unit(String id, String name, String kind, String parent, String unitClass) {
    List<Unit.ClassSpan> classes =
        unitClass == null ? List.of() : List.of(new Unit.ClassSpan(Teams.FOUNDED, unitClass));
    units.add(new Unit(id, name, kind, parent, classes, Teams.FOUNDED, null));
    return this;
  }

  public Chain member(String id, String name, String unit) {
    members.add(Teams.member(id, name, Access.MEMBER, unit));
    return this;
  }

  public Chain guest(String id, String name) {
    members.add(
        new Member(
            id,
            name,
            Access.MEMBER,
            List.of(new Assignment(Teams.FOUNDED, null, null)),
            true,
            List.of(),
            Teams.FOUNDED,
            null));
    return this;
  }

  public Chain campaign(String name, LocalDate start, LocalDate end, String... unitIds) {
    campaigns.add(new Campaign(name, start, end, List.of(unitIds)));
    return this;
  }

  public Chain set(String setting, String value) {
    settings = Map.of(setting, value);
    return this;
  }

  /** The whole organization's group, and one that shows the first unit only. */
  public Organization build() {
    Organization team = Teams.with(members);
    return new Organization(
        team.id(),
        team.name(),
        team.businessDay(),
        settings,
        true,
        units.isEmpty()
            ? team.groups()
            : List.of(
                new ChatGroup(Teams.GROUP, true),
                new ChatGroup(DISTRICT_GROUP, true, true, List.of(units.get(0).id()))),
        members,
        new Structure(new UnitTree(units), List.of(), List.of(), campaigns),
        team.createdAt());
  }
}

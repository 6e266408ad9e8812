package io.github.xunbang.report;

import io.github.xunbang.message.Conversation;
import io.github.xunbang.organization.ChatGroup;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.organization.Responsibility;
import io.github.xunbang.organization.Structure;
import io.github.xunbang.organization.Unit;
import io.github.xunbang.organization.UnitTree;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Gives a test's organization stores and somebody who looks after them. */
final class Stores {

  private static final LocalDate SINCE = LocalDate.of(2026, 1, 1);

  private Stores() {}

  /** Adds top-level stores that {@code member} is responsible for. */
  static void give(
      OrganizationService organizations, String group, String member, String... names) {
    organizations.change(
        of(organizations, group).id(),
        before -> {
          String memberId =
              before.members().stream()
                  .filter(one -> one.name().equals(member))
                  .findFirst()
                  .orElseThrow()
                  .id();
          List<Unit> units = new ArrayList<>(before.units().all());
          List<Responsibility> all = new ArrayList<>(before.structure().responsibilities());
          for (String name : names) {
            String id = "u" + (units.size() + 1);
            units.add(new Unit(id, name, "门店", null, List.of(), SINCE, null));
            all.add(new Responsibility(memberId, id, SINCE, null));
          }
          return copy(
              before,
              before.groups(),
              new Structure(
                  new UnitTree(units),
                  all,
                  before.structure().deputies(),
                  before.structure().campaigns()));
        });
  }

  /** Makes the group one that only receives posts. */
  static void onlyPosts(OrganizationService organizations, String group) {
    organizations.change(
        of(organizations, group).id(),
        before ->
            copy(
                before,
                before.groups().stream()
                    .map(one -> new ChatGroup(one.conversation(), false, true, List.of()))
                    .toList(),
                before.structure()));
  }

  static Organization of(OrganizationService organizations, String group) {
    return organizations.boundTo(Conversation.group("simulator", group)).orElseThrow();
  }

  private static Organization copy(
      Organization before, List<ChatGroup> groups, Structure structure) {
    return new Organization(
        before.id(),
        before.name(),
        before.businessDay(),
        before.settings(),
        before.simulated(),
        groups,
        before.members(),
        structure,
        before.createdAt());
  }
}

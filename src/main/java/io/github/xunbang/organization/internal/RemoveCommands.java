package io.github.xunbang.organization.internal;

import io.github.xunbang.command.Access;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.Deputy;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.organization.Structure;
import io.github.xunbang.organization.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * 移除: somebody has left. Today is the last day, rights and deputies end at once, figures and
 * records stay; the name may come back by 加人.
 */
@Component
class RemoveCommands implements CommandHandler {

  private final OrganizationService organizations;
  private final CallScene scene;

  RemoveCommands(OrganizationService organizations, CallScene scene) {
    this.organizations = organizations;
    this.scene = scene;
  }

  @Override
  public String name() {
    return "移除";
  }

  @Override
  public Effect effect() {
    return Effect.RECORD;
  }

  @Override
  public Reply handle(CommandCall call) {
    Organization before = scene.organization(call);
    LocalDate today = CallScene.today(call, before);
    List<Member> leaving =
        TypedLine.words(call.input()).stream().map(name -> member(call, before, name)).toList();
    if (leaving.isEmpty()) {
      throw call.rejection("usage", Map.of());
    }
    organizations.change(
        before.id(),
        current -> {
          Organization after = current;
          for (Member member : leaving) {
            after = without(after, member.id(), today);
          }
          refuseWithoutManager(call, current, after, today);
          return after;
        });
    return call.reply(
        "removed",
        Map.of(
            "names", names(leaving),
            "first", leaving.get(0).name() + (leaving.size() > 1 ? "（一行一位）" : ""),
            "units", units(before, leaving, today)));
  }

  private static Member member(CommandCall call, Organization organization, String typed) {
    LocalDate today = CallScene.today(call, organization);
    Member member =
        CallScene.member(organization, typed, today)
            .filter(found -> found.until() == null)
            .orElseThrow(
                () -> call.rejection("unknown", Map.of("name", UntrustedText.oneLine(typed, 20))));
    if (!call.caller().access().covers(member.access())) {
      throw call.rejection("above", Map.of("name", member.name()));
    }
    return member;
  }

  private static Organization without(Organization organization, String memberId, LocalDate today) {
    List<Member> members = new ArrayList<>(organization.members());
    members.replaceAll(
        member ->
            member.id().equals(memberId)
                ? member.withAccess(Access.MEMBER).leaving(today)
                : member);
    Structure structure = organization.structure();
    List<Deputy> deputies =
        structure.deputies().stream()
            .filter(one -> !one.deputyId().equals(memberId) && !one.principalId().equals(memberId))
            .toList();
    return organization
        .withMembers(members)
        .withStructure(
            structure
                .withDeputies(deputies)
                .withResponsibilities(
                    ResponsibilityEdits.endAll(
                        structure.responsibilities(), memberId, today.plusDays(1))));
  }

  /** Somebody who can really manage must be left; an entry that nobody has claimed cannot. */
  private static void refuseWithoutManager(
      CommandCall call, Organization before, Organization after, LocalDate today) {
    if (managers(before, today) > 0 && managers(after, today) == 0) {
      throw call.rejection("lastManager", Map.of());
    }
  }

  private static long managers(Organization organization, LocalDate today) {
    return organization.activeMembers(today).stream()
        .filter(member -> member.access().covers(Access.MANAGER))
        .filter(member -> !member.identities().isEmpty())
        .count();
  }

  private static String names(List<Member> members) {
    return members.stream().map(Member::name).distinct().collect(Collectors.joining("、"));
  }

  private static String units(Organization organization, List<Member> members, LocalDate today) {
    String left =
        members.stream()
            .flatMap(member -> organization.responsibleUnits(member.id(), today).stream())
            .map(Unit::name)
            .distinct()
            .collect(Collectors.joining("、"));
    return left.isEmpty() ? "" : "\n%s明天起没人负责，请发：负责 姓名 %s".formatted(left, left.replace("、", " "));
  }
}

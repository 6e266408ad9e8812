package io.github.xunbang.organization.internal;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.command.Access;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.organization.Unit;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** 成员: who belongs to the organization; with a name, what is known about one of them. */
@Component
class MembersCommands implements CommandHandler {

  private final OrganizationService organizations;
  private final MemberFinder members;

  MembersCommands(OrganizationService organizations, MemberFinder members) {
    this.organizations = organizations;
    this.members = members;
  }

  @Override
  public String name() {
    return "成员";
  }

  @Override
  public Effect effect() {
    return Effect.READ;
  }

  @Override
  public Reply handle(CommandCall call) {
    if (call.caller().organizationId() == null) {
      throw call.rejection("noTeam", Map.of());
    }
    return call.input().isBlank() ? list(call) : one(call);
  }

  private Reply list(CommandCall call) {
    Organization organization = organizations.get(call.caller().organization());
    List<Member> active =
        organization.activeMembers(organization.businessDay().of(call.message().receivedAt()));
    if (active.isEmpty()) {
      return call.reply("empty", Map.of("team", organization.name()));
    }
    return call.reply(
        "list",
        Map.of(
            "team", organization.name(),
            "counts", RosterText.counts(active),
            "groups", RosterText.groups(organization, active)));
  }

  /**
   * Everybody sees who is in a unit; what is known about a person: that person, leader, manager.
   */
  private Reply one(CommandCall call) {
    Organization organization = organizations.get(call.caller().organization());
    LocalDate today = organization.businessDay().of(call.message().receivedAt());
    Optional<Member> found = members.find(call.input(), call.caller(), call.message());
    if (found.isEmpty()) {
      return CallScene.unit(organization, call.input(), today)
          .map(unit -> unit(call, organization, unit, today))
          .orElseThrow(
              () ->
                  call.rejection(
                      "unknown", Map.of("name", UntrustedText.oneLine(call.input(), 20))));
    }
    Member member = found.get();
    Map<String, String> values =
        Map.of(
            "name", member.name(),
            "position", Objects.requireNonNullElse(member.positionOn(today), "未填"),
            "unit", organization.unitOf(member, today).map(Unit::name).orElse("未填"),
            "access", AccessWords.of(member.access()) + (member.guest() ? "（编外）" : ""),
            "since", member.since().getYear() + "年" + DateText.shortDay(member.since()));
    if (!maySee(call, organization, member, today)) {
      return call.reply("brief", values);
    }
    Reply reply = call.reply(member.identities().isEmpty() ? "unclaimed" : "one", values);
    return Reply.text(reply.messages().get(0).text() + responsible(organization, member, today));
  }

  /** S-144: the own, those of the units led, for managers all. */
  private static boolean maySee(
      CommandCall call, Organization organization, Member member, LocalDate today) {
    String caller = call.caller().memberId();
    return call.caller().access().covers(Access.MANAGER)
        || caller != null
            && (caller.equals(member.id()) || organization.leads(caller, member, today));
  }

  private static String responsible(Organization organization, Member member, LocalDate today) {
    String units =
        organization.responsibleUnits(member.id(), today).stream()
            .map(Unit::name)
            .collect(Collectors.joining("、"));
    return units.isEmpty() ? "" : "\n负责：" + units;
  }

  private static Reply unit(
      CommandCall call, Organization organization, Unit unit, LocalDate today) {
    List<Member> within = organization.membersWithin(unit.id(), today);
    if (within.isEmpty()) {
      return call.reply("emptyUnit", Map.of("unit", unit.name()));
    }
    return call.reply(
        "list",
        Map.of(
            "team", unit.name(),
            "counts", RosterText.counts(within),
            "groups", RosterText.groups(organization, within)));
  }
}

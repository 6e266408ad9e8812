package io.github.xunbang.organization.internal;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.organization.Unit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

  private String unit(CommandCall call, Member member) {
    return organizations
        .get(call.caller().organization())
        .units()
        .unit(member.unitId())
        .map(Unit::name)
        .orElse("未填");
  }

  private Reply one(CommandCall call) {
    Member member =
        members
            .find(call.input(), call.caller(), call.message())
            .orElseThrow(
                () ->
                    call.rejection(
                        "unknown", Map.of("name", UntrustedText.oneLine(call.input(), 20))));
    return call.reply(
        member.identities().isEmpty() ? "unclaimed" : "one",
        Map.of(
            "name", member.name(),
            "position", Objects.requireNonNullElse(member.position(), "未填"),
            "unit", unit(call, member),
            "access", AccessWords.of(member.access()),
            "since", member.since().getYear() + "年" + DateText.shortDay(member.since())));
  }
}

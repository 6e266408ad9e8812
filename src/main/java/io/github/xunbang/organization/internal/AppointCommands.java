package io.github.xunbang.organization.internal;

import io.github.xunbang.command.Access;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.OrganizationService;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * 任命: makes members 经理, 组长 or 成员; one name that is unknown or above the caller, and nobody changes.
 */
@Component
class AppointCommands implements CommandHandler {

  private static final int NAMES_SHOWN = 12;
  private static final Pattern FILLER = Pattern.compile("\\s*(?:为|成|当|做|是)$");

  private final OrganizationService organizations;
  private final MemberFinder members;

  AppointCommands(OrganizationService organizations, MemberFinder members) {
    this.organizations = organizations;
    this.members = members;
  }

  @Override
  public String name() {
    return "任命";
  }

  @Override
  public Effect effect() {
    return Effect.RECORD;
  }

  @Override
  public Reply handle(CommandCall call) {
    List<Appointment> typed = Appointment.read(call.input());
    if (typed.isEmpty()) {
      throw call.rejection("usage", Map.of());
    }
    if (call.caller().organizationId() == null) {
      throw call.rejection("noTeam", Map.of());
    }
    Map<Member, Access> people = new LinkedHashMap<>();
    typed.forEach(one -> people.put(member(call, one.name()), one.access()));
    people.forEach((member, access) -> refuseAbove(call, member, access));
    people.forEach(
        (member, access) ->
            organizations.appoint(call.caller().organization(), member.id(), access));
    if (people.size() > 1) {
      return call.reply(
          "appointedAll", Map.of("people", said(people), "unclaimed", unclaimed(people)));
    }
    Map.Entry<Member, Access> only = people.entrySet().iterator().next();
    boolean unchanged = only.getKey().access() == only.getValue();
    Map<String, String> shown = shown(only.getKey(), only.getValue());
    return unchanged
        ? call.reply("unchanged", shown).changingNothing()
        : Reply.text(call.definition().text("appointed", shown) + unclaimed(people));
  }

  /** An entry is claimed by a word, so its level is confirmed for the person who claimed it. */
  private static String unclaimed(Map<Member, Access> people) {
    long waiting =
        people.entrySet().stream()
            .filter(one -> one.getKey().identities().isEmpty())
            .filter(one -> one.getValue() != Access.MEMBER)
            .count();
    return waiting == 0
        ? ""
        : (people.size() == 1 ? "\n还没认领名字" : "\n有%d位还没认领名字".formatted(waiting)) + "，认领时我会私信你再确认一次";
  }

  private static void refuseAbove(CommandCall call, Member member, Access access) {
    if (!call.caller().access().covers(member.access())) {
      throw call.rejection("above", shown(member, access));
    }
  }

  private static Map<String, String> shown(Member member, Access access) {
    return Map.of(
        "name", member.name(),
        "before", AccessWords.of(member.access()),
        "after", AccessWords.of(access));
  }

  /** {@code 组长12：张敏、李强 等}, a line for each level. */
  private static String said(Map<Member, Access> people) {
    return people.values().stream()
        .distinct()
        .map(
            access -> {
              List<String> names =
                  people.entrySet().stream()
                      .filter(one -> one.getValue() == access)
                      .map(one -> one.getKey().name())
                      .toList();
              String first = names.stream().limit(NAMES_SHOWN).collect(Collectors.joining("、"));
              return AccessWords.of(access)
                  + names.size()
                  + "："
                  + first
                  + (names.size() > NAMES_SHOWN ? " 等" : "");
            })
        .collect(Collectors.joining("\n"));
  }

  /** 张敏, or 张敏为 and 张敏 为 when nobody is called that. */
  private Member member(CommandCall call, String typed) {
    return find(call, typed)
        .or(() -> find(call, FILLER.matcher(typed).replaceFirst("")))
        .orElseThrow(
            () -> call.rejection("unknown", Map.of("name", UntrustedText.oneLine(typed, 20))));
  }

  private Optional<Member> find(CommandCall call, String name) {
    return members.find(name, call.caller(), call.message());
  }
}

package io.github.xunbang.organization.internal;

import io.github.xunbang.command.Access;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.organization.PersonName;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** 任命: makes a member 经理, 组长 or 成员. */
@Component
class AppointCommands implements CommandHandler {

  private static final Pattern LINE = Pattern.compile("(.+?)\\s*(经理|组长|成员|组员)");
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
    Matcher line = LINE.matcher(PersonName.normalized(call.input()));
    if (!line.matches()) {
      throw call.rejection("usage", Map.of());
    }
    if (call.caller().organizationId() == null) {
      throw call.rejection("noTeam", Map.of());
    }
    Member member = member(call, line.group(1));
    Access access = AccessWords.read(line.group(2)).orElseThrow();
    Map<String, String> shown =
        Map.of(
            "name", member.name(),
            "before", AccessWords.of(member.access()),
            "after", AccessWords.of(access));
    if (!call.caller().access().covers(member.access())) {
      throw call.rejection("above", shown);
    }
    if (member.access() == access) {
      return call.reply("unchanged", shown);
    }
    organizations.appoint(call.caller().organization(), member.id(), access);
    return call.reply("appointed", shown);
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

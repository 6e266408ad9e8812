package io.github.xunbang.organization.internal;

import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.organization.PersonName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** 切换: whose private messages these are, for somebody in several organizations. */
@Component
class SwitchCommands implements CommandHandler {

  private static final int SHOWN = 8;

  private final OrganizationService organizations;
  private final LookupRepository lookups;
  private final OrganizationCache cache;

  SwitchCommands(
      OrganizationService organizations, LookupRepository lookups, OrganizationCache cache) {
    this.organizations = organizations;
    this.lookups = lookups;
    this.cache = cache;
  }

  @Override
  public String name() {
    return "切换";
  }

  @Override
  public Effect effect() {
    return Effect.RECORD;
  }

  @Override
  public Reply handle(CommandCall call) {
    String identity = call.caller().identity();
    List<Organization> joined = organizations.organizationsOf(identity);
    if (joined.size() < 2) {
      throw call.rejection("only", Map.of());
    }
    String typed = PersonName.normalized(call.input());
    Organization chosen =
        numbered(joined, typed)
            .or(() -> joined.stream().filter(one -> one.name().equals(typed)).findFirst())
            .orElseThrow(() -> call.rejection("which", Map.of("teams", shown(joined))));
    lookups.choose(identity, chosen.id());
    cache.forgetIdentity(identity);
    return call.reply("chosen", Map.of("team", chosen.name()));
  }

  private static Optional<Organization> numbered(List<Organization> joined, String typed) {
    return typed.matches("[1-9]\\d{0,2}")
        ? joined.stream().skip(Math.max(0, Integer.parseInt(typed) - 1L)).findFirst()
        : Optional.empty();
  }

  /** {@code 切换 1 华东一队}, a line each. */
  static String shown(List<Organization> joined) {
    String first =
        IntStream.range(0, Math.min(SHOWN, joined.size()))
            .mapToObj(
                index ->
                    "切换 "
                        + (index + 1)
                        + " = "
                        + UntrustedText.oneLine(joined.get(index).name(), 20))
            .collect(Collectors.joining("\n"));
    return joined.size() > SHOWN ? first + "\n共" + joined.size() + "个，别的发：切换 团队名" : first;
  }
}

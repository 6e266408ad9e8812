package io.github.xunbang.organization.internal;

import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 解绑: unties the group; the organization stays with its people and figures. */
@Component
class UnbindCommands implements CommandHandler {

  private final OrganizationService organizations;

  UnbindCommands(OrganizationService organizations) {
    this.organizations = organizations;
  }

  @Override
  public String name() {
    return "解绑";
  }

  @Override
  public Effect effect() {
    return Effect.RECORD;
  }

  @Override
  public Reply handle(CommandCall call) {
    if (!call.caller().conversation().isGroup()) {
      throw call.rejection("groupOnly", Map.of());
    }
    Organization bound =
        organizations
            .boundTo(call.caller().conversation())
            .orElseThrow(() -> call.rejection("unbound", Map.of()));
    organizations.unbind(call.caller().conversation());
    return call.reply("untied", Map.of("team", bound.name()));
  }
}

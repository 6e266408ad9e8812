package io.github.xunbang.organization.posts;

import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.organization.posts.PostPlan.Pause;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** 恢复: posts come again from now on. */
@Component
class ResumeCommand implements CommandHandler {

  private final OrganizationService organizations;

  ResumeCommand(OrganizationService organizations) {
    this.organizations = organizations;
  }

  @Override
  public String name() {
    return "恢复";
  }

  @Override
  public Effect effect() {
    return Effect.RECORD;
  }

  @Override
  public Reply handle(CommandCall call) {
    Organization organization = organizations.get(call.caller().organization());
    Instant now = call.message().receivedAt();
    Pause pause = new PostPlan(organization).pause();
    if (pause == null || !pause.covers(now)) {
      return call.reply("running").changingNothing();
    }
    organizations.set(organization.id(), Map.of(PostPlan.PAUSE, ""));
    return call.reply("resumed");
  }
}

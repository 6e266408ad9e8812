package io.github.xunbang.organization.posts;

import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.AutoPost;
import io.github.xunbang.organization.AutoPosts;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** 打开 and 关闭 one of the automatic posts; without a name they list what could be switched. */
class PostSwitch implements CommandHandler {

  private final String name;
  private final boolean on;
  private final OrganizationService organizations;
  private final PostSettings settings;
  private final AutoPosts posts;

  PostSwitch(
      String name,
      boolean on,
      OrganizationService organizations,
      PostSettings settings,
      AutoPosts posts) {
    this.name = name;
    this.on = on;
    this.organizations = organizations;
    this.settings = settings;
    this.posts = posts;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Effect effect() {
    return Effect.RECORD;
  }

  @Override
  public Reply handle(CommandCall call) {
    Organization organization = organizations.get(call.caller().organization());
    String typed = call.input().strip();
    if (typed.isEmpty()) {
      return call.reply(
              "which", Map.of("on", names(organization, true), "off", names(organization, false)))
          .changingNothing();
    }
    AutoPost post =
        settings
            .named(typed)
            .orElseThrow(
                () ->
                    call.rejection(
                        "unknown",
                        Map.of("typed", UntrustedText.oneLine(typed, 20), "names", allNames())));
    organizations.set(
        organization.id(), Map.of(PostPlan.switchKey(post), on ? PostPlan.ON : PostPlan.OFF));
    Organization changed = organizations.get(organization.id());
    return call.reply("done", Map.of("name", post.name(), "times", times(post, changed)));
  }

  private String times(AutoPost post, Organization organization) {
    return PostPlan.stored(posts.times(post, organization)).replace(",", "、");
  }

  private String names(Organization organization, boolean switchedOn) {
    List<String> names =
        settings.posts().stream()
            .filter(post -> posts.isOn(post, organization) == switchedOn)
            .map(AutoPost::name)
            .toList();
    return names.isEmpty() ? "无" : String.join("、", names);
  }

  private String allNames() {
    return settings.posts().stream().map(AutoPost::name).collect(Collectors.joining("、"));
  }
}

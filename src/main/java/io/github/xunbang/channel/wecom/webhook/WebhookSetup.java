package io.github.xunbang.channel.wecom.webhook;

import io.github.xunbang.command.Access;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.command.Reply;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.organization.ChatGroup;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.outbox.ChannelSetup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code 渠道 群机器人}: an administrator gives a group its webhook key, in private. The key is stored
 * encrypted or not at all, and no answer, act or log line repeats it.
 */
final class WebhookSetup implements ChannelSetup {

  private static final String REMOVE = "删除";

  // Looks like an address or a key, also a broken one: then it must not have been said in a group.
  private static final Pattern SECRET =
      Pattern.compile("(?s).*([A-Za-z0-9_-]{16,}|https?:|key=).*");

  private final Webhooks webhooks;
  private final WebhookGroups groups;

  WebhookSetup(Webhooks webhooks, WebhookGroups groups) {
    this.webhooks = webhooks;
    this.groups = groups;
  }

  @Override
  public String word() {
    return "群机器人";
  }

  @Override
  public String help() {
    return WebhookReplies.SETUP_HELP;
  }

  @Override
  public Reply handle(CommandCall call, String input) {
    if (call.message().conversation().isGroup()) {
      throw new CommandRejectedException(
          SECRET.matcher(input).matches() ? WebhookReplies.LEAKED : WebhookReplies.PRIVATELY);
    }
    if (!call.caller().access().covers(Access.ADMIN)) {
      throw new CommandRejectedException(WebhookReplies.ADMINS_ONLY);
    }
    Organization organization = groups.organization(call);
    if (input.isBlank()) {
      return Reply.text(list(organization)).changingNothing();
    }
    List<String> words = new ArrayList<>(List.of(input.strip().split("\\s+")));
    String last = words.remove(words.size() - 1);
    if (last.equals(REMOVE)) {
      return remove(groups.find(organization, String.join(" ", words)));
    }
    if (SECRET.matcher(last).matches()) {
      return set(organization, String.join(" ", words), last);
    }
    WebhookGroups.Named group = groups.find(organization, input.strip());
    return Reply.text(line(group, webhooks.of(organization))).changingNothing();
  }

  private Reply set(Organization organization, String name, String address) {
    WebhookKey key =
        WebhookKey.read(address)
            .orElseThrow(() -> new CommandRejectedException(WebhookReplies.notAnAddress()));
    if (!webhooks.canStore()) {
      throw new CommandRejectedException(WebhookReplies.NO_ENCRYPTION);
    }
    WebhookGroups.Named group = groups.find(organization, name);
    Conversation conversation = group.group().conversation();
    otherGroupWith(key, organization, conversation)
        .ifPresent(
            other -> {
              throw new CommandRejectedException(WebhookReplies.taken(other));
            });
    webhooks.set(conversation, organization.id(), key);
    return Reply.text(WebhookReplies.set(group.shown(), group.typed(), key));
  }

  /** A robot lives in one group; the same key for two would post everything into one of them. */
  private Optional<String> otherGroupWith(
      WebhookKey key, Organization organization, Conversation conversation) {
    Map<String, Webhook> all = webhooks.of(organization);
    return organization.groups().stream()
        .filter(group -> !group.conversation().equals(conversation))
        .filter(group -> all.containsKey(group.conversation().key()))
        .filter(group -> all.get(group.conversation().key()).key().equals(key))
        .findFirst()
        .map(group -> group.name() == null ? "另一个群" : group.name());
  }

  private Reply remove(WebhookGroups.Named group) {
    if (!webhooks.remove(group.group().conversation())) {
      throw new CommandRejectedException(WebhookReplies.nothingToRemove(group.shown()));
    }
    return Reply.text(WebhookReplies.removed(group.shown()));
  }

  private String list(Organization organization) {
    if (organization.groups().isEmpty()) {
      throw new CommandRejectedException(WebhookReplies.NO_GROUPS);
    }
    Map<String, Webhook> all = webhooks.of(organization);
    List<String> lines = new ArrayList<>();
    for (ChatGroup group : organization.groups()) {
      lines.add(line(new WebhookGroups.Named(group, organization.name()), all));
    }
    return WebhookReplies.list(String.join("\n", lines));
  }

  private static String line(WebhookGroups.Named group, Map<String, Webhook> all) {
    Webhook webhook = all.get(group.group().conversation().key());
    return WebhookReplies.line(
        group.shown(), webhook == null ? WebhookReplies.none() : WebhookReplies.state(webhook));
  }
}

package io.github.xunbang.channel.wecom.webhook;

import io.github.xunbang.command.Access;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.command.Reply;
import io.github.xunbang.message.OutboundMessage;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.outbox.ChannelSetup;
import io.github.xunbang.outbox.PermanentDeliveryException;
import io.github.xunbang.outbox.TransientDeliveryException;
import io.github.xunbang.outbox.UnknownDeliveryException;
import java.util.Map;

/**
 * {@code 渠道 测试}: one message through a group's webhook, past the queue, so that the answer can say
 * what came of it. A dead key that WeCom takes again is alive again.
 */
final class WebhookTrial implements ChannelSetup {

  private final Webhooks webhooks;
  private final WebhookGroups groups;
  private final WebhookSender sender;

  WebhookTrial(Webhooks webhooks, WebhookGroups groups, WebhookSender sender) {
    this.webhooks = webhooks;
    this.groups = groups;
    this.sender = sender;
  }

  @Override
  public String word() {
    return "测试";
  }

  @Override
  public String help() {
    return WebhookReplies.TRY_HELP;
  }

  @Override
  public Reply handle(CommandCall call, String input) {
    if (!call.caller().access().covers(Access.ADMIN)) {
      throw new CommandRejectedException(WebhookReplies.ADMINS_ONLY);
    }
    Organization organization = groups.organization(call);
    WebhookGroups.Named group = groups.find(organization, input.strip());
    Map<String, Webhook> all = webhooks.of(organization);
    Webhook webhook = all.get(group.group().conversation().key());
    if (webhook == null) {
      throw new CommandRejectedException(WebhookReplies.notSet(group.shown()));
    }
    return Reply.text(tried(webhook, group)).changingNothing();
  }

  private String tried(Webhook webhook, WebhookGroups.Named group) {
    try {
      sender.send(webhook, OutboundMessage.text(WebhookReplies.test(group.shown())));
    } catch (WebhookErrors.DeadKeyException e) {
      webhooks.markDead(webhook, e.errcode());
      throw new CommandRejectedException(WebhookReplies.refused(group.shown(), e.errcode()));
    } catch (TransientDeliveryException | PermanentDeliveryException e) {
      throw new CommandRejectedException(WebhookReplies.later());
    } catch (UnknownDeliveryException e) {
      return WebhookReplies.unknown(group.shown());
    }
    if (!webhook.alive()) {
      webhooks.revive(webhook);
    }
    return WebhookReplies.tried(group.shown());
  }
}

package io.github.xunbang.channel.wecom.webhook;

import io.github.xunbang.message.Conversation;
import io.github.xunbang.message.OutboundMessage;
import io.github.xunbang.outbox.Capabilities;
import io.github.xunbang.outbox.DeliveryChannel;
import io.github.xunbang.outbox.PermanentDeliveryException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Posts to groups of other channels that have a webhook (design section 9). */
final class WebhookDelivery implements DeliveryChannel {

  /** Channel name of design section 15. */
  static final String CHANNEL = "webhook";

  private static final Logger log = LoggerFactory.getLogger(WebhookDelivery.class);

  private static final Capabilities CAPABILITIES =
      new Capabilities(
          true, true, true, true, WebhookText.MAX_BYTES, KeyBudget.PER_MINUTE, Integer.MAX_VALUE);

  private final Webhooks webhooks;
  private final WebhookSender sender;

  WebhookDelivery(Webhooks webhooks, WebhookSender sender) {
    this.webhooks = webhooks;
    this.sender = sender;
  }

  @Override
  public String channel() {
    return CHANNEL;
  }

  /** {@inheritDoc} Which groups have one is said by 渠道 群机器人. */
  @Override
  public String title() {
    return "";
  }

  /** {@inheritDoc} While the database is away nobody knows, and the group has its own channel. */
  @Override
  public boolean serves(Conversation conversation) {
    try {
      return webhooks.alive(conversation).isPresent();
    } catch (RuntimeException e) {
      log.warn("Webhook not looked up: conversation={} cause={}", conversation.key(), e.toString());
      return false;
    }
  }

  @Override
  public Capabilities capabilities(Conversation conversation) {
    return CAPABILITIES;
  }

  @Override
  public void deliver(Conversation conversation, OutboundMessage message) {
    Webhook webhook =
        webhooks
            .alive(conversation)
            .orElseThrow(
                () -> new PermanentDeliveryException("webhook: this group has no key", null));
    try {
      sender.send(webhook, message);
    } catch (WebhookErrors.DeadKeyException dead) {
      died(webhook, conversation, dead.errcode());
      throw dead;
    }
  }

  /** The outbox sees the refusal, takes the group's own channel and tells the managers once. */
  private void died(Webhook webhook, Conversation conversation, int errcode) {
    try {
      if (webhooks.markDead(webhook, errcode)) {
        log.error(
            "Webhook is dead, posts take the group's own channel until a key is set again:"
                + " organization={} conversation={} errcode={}",
            webhook.organizationId(),
            conversation.key(),
            errcode);
      }
    } catch (RuntimeException e) {
      // The next post finds out again; this one must still take the other way.
      log.warn("Dead webhook not recorded: conversation={}", conversation.key(), e);
    }
  }
}

package io.github.xunbang.channel.wecom.webhook;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.command.Access;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.message.OutboundMessage;
import io.github.xunbang.organization.ChatGroup;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.outbox.OutboxService;
import io.github.xunbang.outbox.Post;
import java.time.LocalDate;

/**
 * Tells the managers in private, once for each key that was set, that it does not work any more.
 */
final class DeadKeyNotice {

  private final OrganizationService organizations;
  private final OutboxService outbox;
  private final BusinessClock clock;

  DeadKeyNotice(OrganizationService organizations, OutboxService outbox, BusinessClock clock) {
    this.organizations = organizations;
    this.outbox = outbox;
    this.clock = clock;
  }

  void tell(Webhook webhook, Conversation group) {
    organizations
        .find(webhook.organizationId())
        .ifPresent(organization -> tell(organization, webhook, group));
  }

  private void tell(Organization organization, Webhook webhook, Conversation group) {
    String name = organization.group(group).map(ChatGroup::name).orElse(null);
    String text =
        WebhookReplies.dead(name == null ? "" : name, name == null ? organization.name() : name);
    LocalDate today = organization.businessDay().of(clock.instant());
    organization.activeMembers(today).stream()
        .filter(member -> organization.accessOn(member, today).covers(Access.MANAGER))
        .forEach(manager -> tell(organization, manager, webhook, group, text));
  }

  private void tell(
      Organization organization, Member manager, Webhook webhook, Conversation group, String text) {
    manager
        .privateChat(group.channel())
        .ifPresent(
            chat ->
                outbox.enqueue(
                    new Post(
                        "webhook-dead|%s|%s|%d|%s"
                            .formatted(
                                organization.id(),
                                group.key(),
                                webhook.setAt().toEpochMilli(),
                                manager.id()),
                        organization.id(),
                        chat,
                        Post.Lane.REMINDER,
                        OutboundMessage.text(text))));
  }
}

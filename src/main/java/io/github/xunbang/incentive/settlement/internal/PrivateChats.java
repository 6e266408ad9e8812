package io.github.xunbang.incentive.settlement.internal;

import io.github.xunbang.message.Conversation;
import io.github.xunbang.message.OutboundMessage;
import io.github.xunbang.organization.ChatGroup;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.outbox.DeliveryChannel;
import io.github.xunbang.outbox.OutboxService;
import io.github.xunbang.outbox.Post;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Writes to people in private, where the bot may speak first. */
@Component
class PrivateChats {

  private final OutboxService outbox;
  private final ObjectProvider<DeliveryChannel> channels;

  PrivateChats(OutboxService outbox, ObjectProvider<DeliveryChannel> channels) {
    this.outbox = outbox;
    this.channels = channels;
  }

  /**
   * Says it once.
   *
   * @param key idempotency key of the matter; the person is added
   * @return whether the person can be written to
   */
  boolean tell(Organization organization, Member member, String key, String text) {
    Optional<Conversation> chat = of(member, channel(organization));
    chat.ifPresent(
        open ->
            outbox.enqueue(
                new Post(
                    key + "|" + member.id(),
                    organization.id(),
                    open,
                    Post.Lane.REMINDER,
                    OutboundMessage.text(text))));
    return chat.isPresent();
  }

  /** Whether the person can be written to. */
  boolean reaches(Organization organization, Member member) {
    return of(member, channel(organization)).isPresent();
  }

  /** The private chat of this person in which the bot may speak first. */
  Optional<Conversation> of(Member member, String channel) {
    return member.privateChat(channel).filter(this::isOpen);
  }

  /** Whether files reach people in this chat. */
  boolean takesFiles(Conversation chat) {
    return channels
        .orderedStream()
        .anyMatch(channel -> channel.serves(chat) && channel.capabilities(chat).file());
  }

  private boolean isOpen(Conversation chat) {
    return channels
        .orderedStream()
        .anyMatch(channel -> channel.serves(chat) && channel.capabilities(chat).push());
  }

  /** The channel of the organization's first group, which private posts prefer. */
  private static String channel(Organization organization) {
    List<ChatGroup> groups = organization.groups();
    return groups.isEmpty() ? "" : groups.get(0).conversation().channel();
  }
}

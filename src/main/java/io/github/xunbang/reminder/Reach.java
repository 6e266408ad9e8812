package io.github.xunbang.reminder;

import io.github.xunbang.message.Conversation;
import io.github.xunbang.organization.Member;
import io.github.xunbang.outbox.DeliveryChannel;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Where something can be said without having been asked. */
@Component
class Reach {

  private final ObjectProvider<DeliveryChannel> channels;

  Reach(ObjectProvider<DeliveryChannel> channels) {
    this.channels = channels;
  }

  /** Whether some channel of this installation may push there. */
  boolean canPush(Conversation conversation) {
    return channels
        .orderedStream()
        .anyMatch(
            channel -> channel.serves(conversation) && channel.capabilities(conversation).push());
  }

  /** The member's private chat, if there is one that can be pushed to. */
  Optional<Conversation> privateChat(Member member) {
    return member.privateChat("").filter(this::canPush);
  }
}

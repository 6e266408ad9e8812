package io.github.xunbang.outbox;

import io.github.xunbang.message.Conversation;
import io.github.xunbang.message.OutboundMessage;

/**
 * A way to say something to a conversation without having been asked. Channels implement it as
 * beans.
 */
public interface DeliveryChannel {

  /** The channel's name, equal to {@link Conversation#channel()}. */
  String channel();

  /** What people call it, in Chinese; empty for one that only its {@link ChannelSetup} shows. */
  default String title() {
    return channel();
  }

  /**
   * Whether it delivers to {@code conversation}. A group webhook serves a group of another channel
   * that it was given a key for; posts that mention people or that its capabilities suit better
   * then take it, and fall back to the conversation's own channel when it is refused for good.
   */
  default boolean serves(Conversation conversation) {
    return channel().equals(conversation.channel());
  }

  /** What can be done in {@code conversation} now. */
  Capabilities capabilities(Conversation conversation);

  /**
   * Whether this instance can deliver anything now. While it cannot, because the platform is away
   * or another instance holds the connection, posts wait without counting as refused.
   */
  default boolean ready() {
    return true;
  }

  /**
   * Hands one message over and returns when the platform has taken it.
   *
   * @throws TransientDeliveryException clearly refused for now; may be retried
   * @throws PermanentDeliveryException clearly refused for good
   * @throws UnknownDeliveryException sent, but no answer: nobody knows; never resent by itself
   */
  void deliver(Conversation conversation, OutboundMessage message);
}

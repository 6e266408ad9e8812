package io.github.xunbang.inbound;

import io.github.xunbang.message.InboundMessage;

/** The one door for messages of every channel. */
public interface InboundGateway {

  /**
   * Takes a message and returns at once; it is handled on a worker, in order within its
   * conversation, in parallel across conversations. A redelivery (same {@link
   * InboundMessage#key()}) gets the answer of the first, and changes nothing.
   */
  void accept(InboundMessage message, ReplySink sink);
}

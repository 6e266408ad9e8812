package io.github.xunbang.outbox;

import io.github.xunbang.message.Conversation;
import io.github.xunbang.message.OutboundMessage;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;

/** Delivers into a list; fails first with what is planned, or always with {@link #refusal}. */
class RecordingChannel implements DeliveryChannel {

  static final int NO_LIMIT = Integer.MAX_VALUE;

  final List<String> delivered = new CopyOnWriteArrayList<>();
  final Queue<RuntimeException> failures = new ArrayDeque<>();
  RuntimeException refusal;
  Runnable afterEach = () -> {};
  Capabilities can = new Capabilities(true, true, true, true, 2048, NO_LIMIT, NO_LIMIT);
  private final String name;
  private final String serves;

  /** A channel {@code name} that delivers to the conversations of the channel {@code serves}. */
  RecordingChannel(String name, String serves) {
    this.name = name;
    this.serves = serves;
  }

  @Override
  public String channel() {
    return name;
  }

  @Override
  public boolean serves(Conversation conversation) {
    return conversation.channel().equals(serves);
  }

  @Override
  public Capabilities capabilities(Conversation conversation) {
    return can;
  }

  @Override
  public void deliver(Conversation conversation, OutboundMessage message) {
    RuntimeException failure = failures.isEmpty() ? refusal : failures.poll();
    if (failure != null) {
      throw failure;
    }
    delivered.add(message.text());
    afterEach.run();
  }
}

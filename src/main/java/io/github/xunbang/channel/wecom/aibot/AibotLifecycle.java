package io.github.xunbang.channel.wecom.aibot;

import org.springframework.context.SmartLifecycle;

/**
 * Connects when everything else is up, hangs up before anything else stops: answers that are still
 * being made then go through the outbox, which is durable.
 */
final class AibotLifecycle implements SmartLifecycle {

  private final AibotConnection connection;
  private final AibotCallbacks callbacks;
  private volatile boolean running;

  AibotLifecycle(AibotConnection connection, AibotCallbacks callbacks) {
    this.connection = connection;
    this.callbacks = callbacks;
  }

  @Override
  public void start() {
    running = true;
    connection.start(callbacks::accept);
  }

  @Override
  public void stop() {
    running = false;
    connection.stop();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}

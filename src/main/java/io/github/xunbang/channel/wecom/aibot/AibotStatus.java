package io.github.xunbang.channel.wecom.aibot;

import java.time.Instant;

/**
 * Where the connection stands; shown by the health check.
 *
 * @param reason why it is not connected, empty when it is; no secret
 */
record AibotStatus(State state, String reason, Instant since) {

  /** The states of the connection. */
  enum State {
    STOPPED,
    /** Another instance holds the connection, or nobody knows who may. */
    STANDBY,
    CONNECTING,
    CONNECTED,
    /** Pausing before the next attempt. */
    WAITING
  }
}

package io.github.xunbang.channel.wecom.aibot;

import io.github.xunbang.outbox.PermanentDeliveryException;
import io.github.xunbang.outbox.TransientDeliveryException;
import io.github.xunbang.outbox.UnknownDeliveryException;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Sends one frame and waits for the answer; says with outbox exceptions how it ended. */
final class AibotSender {

  private static final Logger log = LoggerFactory.getLogger(AibotSender.class);

  private final AibotConnection connection;
  private final AibotTimings timings;

  AibotSender(AibotConnection connection, AibotTimings timings) {
    this.connection = connection;
    this.timings = timings;
  }

  /** Whether this instance holds a connection that is logged in. */
  boolean connected() {
    return connection.status().state() == AibotStatus.State.CONNECTED;
  }

  /**
   * Returns when the platform has taken the frame. A lost subscription (846609) is repaired by a
   * new connection, over which the frame goes once more; it was refused, so nothing can be shown
   * twice.
   *
   * @throws TransientDeliveryException not connected, or refused for now
   * @throws PermanentDeliveryException refused for good
   * @throws UnknownDeliveryException sent without an answer
   */
  void send(String cmd, String requestId, JsonNode body) {
    AibotFrame frame = AibotFrame.request(cmd, requestId, body);
    AibotSession session = connection.live();
    AibotFrame ack = exchange(session, frame);
    if (ack.errcode() == AibotErrors.NOT_SUBSCRIBED) {
      log.warn("Aibot subscription lost, sending again: cmd={} errcode={}", cmd, ack.errcode());
      connection.unsubscribed(session);
      session = connection.awaitLive(timings.resendWait());
      ack = exchange(session, frame);
    }
    if (ack.errcode() == AibotErrors.NOT_SUBSCRIBED) {
      connection.unsubscribed(session);
    }
    AibotErrors.check(cmd, ack);
  }

  private static AibotFrame exchange(AibotSession session, AibotFrame frame) {
    try {
      // No time limit here: the session answers or fails within its ack timeout.
      return session.request(frame).get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof TransientDeliveryException refused
          ? new TransientDeliveryException(refused.getMessage(), e)
          : new UnknownDeliveryException(String.valueOf(e.getCause().getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnknownDeliveryException("aibot: interrupted before the answer", e);
    }
  }
}

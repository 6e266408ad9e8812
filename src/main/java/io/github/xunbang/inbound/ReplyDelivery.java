package io.github.xunbang.inbound;

import io.github.xunbang.command.Reply;
import io.github.xunbang.message.InboundMessage;
import io.github.xunbang.message.OutboundMessage;
import io.github.xunbang.outbox.OutboxService;
import io.github.xunbang.outbox.PermanentDeliveryException;
import io.github.xunbang.outbox.Post;
import io.github.xunbang.outbox.TransientDeliveryException;
import io.github.xunbang.outbox.UnknownDeliveryException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands the answer to the channel; a clearly refused one goes through the outbox, one of unknown
 * fate is never sent again. Of many confirmations in a row the later ones are said together.
 */
final class ReplyDelivery {

  private static final Logger log = LoggerFactory.getLogger(ReplyDelivery.class);

  private final OutboxService outbox;

  private final ConfirmationBursts bursts;

  ReplyDelivery(OutboxService outbox, ConfirmationBursts bursts) {
    this.outbox = outbox;
    this.bursts = bursts;
  }

  /** Delivers exactly once; never throws. */
  void deliver(InboundMessage message, Outcome outcome, ReplySink sink) {
    try {
      sink.accept(bursts.collects(message, outcome) ? Reply.SILENCE : outcome.reply());
    } catch (TransientDeliveryException | PermanentDeliveryException e) {
      log.info("Reply window closed, answer goes to the outbox: {}", e.getMessage());
      enqueue(message, outcome);
    } catch (UnknownDeliveryException e) {
      log.warn("Reply possibly not shown, not resent: message={}", message.key(), e);
    } catch (RuntimeException e) {
      log.error("Reply sink failed: channel={}", message.conversation().channel(), e);
    }
  }

  private void enqueue(InboundMessage message, Outcome outcome) {
    List<OutboundMessage> messages = outcome.reply().messages();
    // Somebody without an organization is answered too; the post then belongs to none.
    String organizationId = outcome.organizationId() == null ? "" : outcome.organizationId();
    try {
      for (int i = 0; i < messages.size(); i++) {
        outbox.enqueue(
            new Post(
                "reply|" + message.key() + "|" + i,
                organizationId,
                message.conversation(),
                Post.Lane.REPLY,
                messages.get(i)));
      }
    } catch (RuntimeException e) {
      log.error("Answer lost, the outbox did not take it: message={}", message.key(), e);
    }
  }
}

package io.github.xunbang.channel.wecom.aibot;

import io.github.xunbang.command.Reply;
import io.github.xunbang.inbound.ReplySink;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.outbox.DirectReplies;
import io.github.xunbang.outbox.TransientDeliveryException;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers one message with finished streams, one per piece; each makes its own bubble. The platform
 * takes answers for 24 hours, over whatever connection is alive then. It counts them together with
 * the pushes of the conversation; an answer beyond that is refused here and waits in the outbox.
 */
final class AibotReplySink implements ReplySink {

  private final AibotSender sender;
  private final AibotFrames frames;
  private final DirectReplies budget;
  private final Conversation conversation;
  private final String requestId;

  AibotReplySink(
      AibotSender sender,
      AibotFrames frames,
      DirectReplies budget,
      Conversation conversation,
      String requestId) {
    this.sender = sender;
    this.frames = frames;
    this.budget = budget;
    this.conversation = conversation;
    this.requestId = requestId;
  }

  @Override
  public void accept(Reply reply) {
    List<String> pieces =
        reply.messages().stream().flatMap(message -> AibotText.pieces(message).stream()).toList();
    if (!budget.take(conversation, pieces.size())) {
      throw new TransientDeliveryException("aibot: the conversation's budget is used up", null);
    }
    AibotText.sendAll(pieces, this::stream);
  }

  private void stream(String content) {
    ObjectNode body = frames.object().put("msgtype", "stream");
    body.putObject("stream")
        .put("id", AibotFrames.newId("stream"))
        .put("finish", true)
        .put("content", content);
    sender.send(AibotFrame.RESPOND, requestId, body);
  }
}

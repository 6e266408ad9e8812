package io.github.xunbang.channel.wecom.aibot;

import io.github.xunbang.command.Reply;
import io.github.xunbang.inbound.ReplySink;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers one message with finished streams, one per piece; each makes its own bubble. The platform
 * takes answers for 24 hours, over whatever connection is alive then.
 */
final class AibotReplySink implements ReplySink {

  private final AibotSender sender;
  private final AibotFrames frames;
  private final String requestId;

  AibotReplySink(AibotSender sender, AibotFrames frames, String requestId) {
    this.sender = sender;
    this.frames = frames;
    this.requestId = requestId;
  }

  @Override
  public void accept(Reply reply) {
    List<String> pieces =
        reply.messages().stream().flatMap(message -> AibotText.pieces(message).stream()).toList();
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

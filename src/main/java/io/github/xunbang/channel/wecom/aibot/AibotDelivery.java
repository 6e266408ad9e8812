package io.github.xunbang.channel.wecom.aibot;

import io.github.xunbang.message.Conversation;
import io.github.xunbang.message.OutboundMessage;
import io.github.xunbang.outbox.Capabilities;
import io.github.xunbang.outbox.DeliveryChannel;
import tools.jackson.databind.node.ObjectNode;

/** Pushes posts over the long connection (wecom.md section 2.7). */
final class AibotDelivery implements DeliveryChannel {

  private static final int PRIVATE = 1;
  private static final int GROUP = 2;

  // Markdown takes more bytes than the plain text that the outbox cuts; a part stays one message.
  private static final int PLAIN_BYTES = AibotText.MAX_BYTES * 3 / 4;

  // An aibot cannot notify people; their names are bold instead. Uploads are not built.
  private static final Capabilities CAPABILITIES =
      new Capabilities(true, false, false, false, PLAIN_BYTES, 30, 1000);

  private final AibotSender sender;
  private final AibotFrames frames;

  AibotDelivery(AibotSender sender, AibotFrames frames) {
    this.sender = sender;
    this.frames = frames;
  }

  @Override
  public String channel() {
    return AibotTranslator.CHANNEL;
  }

  @Override
  public Capabilities capabilities(Conversation conversation) {
    return CAPABILITIES;
  }

  @Override
  public String title() {
    return "企业微信机器人";
  }

  @Override
  public boolean ready() {
    return sender.connected();
  }

  @Override
  public void deliver(Conversation conversation, OutboundMessage message) {
    AibotText.sendAll(AibotText.pieces(message), piece -> push(conversation, piece));
  }

  private void push(Conversation conversation, String content) {
    ObjectNode body =
        frames
            .object()
            .put("chatid", conversation.id())
            .put("chat_type", conversation.isGroup() ? GROUP : PRIVATE)
            .put("msgtype", "markdown");
    body.putObject("markdown").put("content", content);
    sender.send(AibotFrame.PUSH, AibotFrames.newId(AibotFrame.PUSH), body);
  }
}

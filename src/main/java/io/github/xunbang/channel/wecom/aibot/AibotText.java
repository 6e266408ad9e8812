package io.github.xunbang.channel.wecom.aibot;

import io.github.xunbang.channel.wecom.MarkdownText;
import io.github.xunbang.message.Attachment;
import io.github.xunbang.message.Mention;
import io.github.xunbang.message.OutboundMessage;
import io.github.xunbang.outbox.UnknownDeliveryException;
import java.util.List;
import java.util.function.Consumer;

/** The markdown pieces of what the bot says; a reply and a push look the same. */
final class AibotText {

  /** UTF-8 bytes of one stream or markdown content. */
  static final int MAX_BYTES = 20480;

  private AibotText() {}

  /**
   * The pieces of {@code message}, in order, each within {@link #MAX_BYTES}. Names of mentioned
   * people are bold, because nothing here can notify them (wecom.md section 2.9).
   */
  static List<String> pieces(OutboundMessage message) {
    StringBuilder text = new StringBuilder(message.text());
    for (Attachment attachment : message.attachments()) {
      // Said plainly instead of dropped (design section 2.7); the outbox knows it beforehand.
      text.append(text.isEmpty() ? "" : "\n").append("（“").append(attachment.name());
      text.append("”在这里发不出来）");
    }
    List<String> mentioned = message.mentions().stream().map(Mention::name).toList();
    return MarkdownText.pieces(text.toString(), MAX_BYTES, mentioned);
  }

  /**
   * Sends {@code pieces} in order. A failure of the first leaves nothing shown and stays what it
   * is; a later one leaves a part shown, and to say it all again would double that part.
   *
   * @throws UnknownDeliveryException a part is shown, the rest is not
   */
  static void sendAll(List<String> pieces, Consumer<String> send) {
    for (int i = 0; i < pieces.size(); i++) {
      try {
        send.accept(pieces.get(i));
      } catch (RuntimeException e) {
        if (i == 0) {
          throw e;
        }
        throw new UnknownDeliveryException(
            "aibot: %d of %d parts delivered, then: %s".formatted(i, pieces.size(), e.getMessage()),
            e);
      }
    }
  }
}

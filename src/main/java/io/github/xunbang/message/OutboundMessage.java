package io.github.xunbang.message;

import java.util.List;

/**
 * What the bot says. The text is plain Chinese with line feeds; the channel turns it into what it
 * can show.
 *
 * @param text plain text, never empty
 * @param mentions people to notify where the channel can
 * @param attachments pictures and files
 */
public record OutboundMessage(String text, List<Mention> mentions, List<Attachment> attachments) {

  public OutboundMessage {
    mentions = List.copyOf(mentions);
    attachments = List.copyOf(attachments);
    if (text.isBlank() && attachments.isEmpty()) {
      throw new IllegalArgumentException("Nothing to say");
    }
  }

  /** A message of text alone. */
  public static OutboundMessage text(String text) {
    return new OutboundMessage(text, List.of(), List.of());
  }
}

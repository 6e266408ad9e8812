package io.github.xunbang.message;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said to the bot, already verified and decrypted by its channel. The text still
 * contains mentions; {@code inbound} strips them.
 *
 * @param messageId the vendor's id; a redelivery carries the same one
 * @param conversation where it was said
 * @param userId the sender's id on the channel, opaque
 * @param userName the sender's name where the channel gives one
 * @param text everything that is text, voice transcripts included
 * @param voice whether the text was spoken (sound-alikes are then confirmed, design section 5)
 * @param quote the quoted message, if any
 * @param attachments pictures and files
 * @param receivedAt business time of arrival (UTC instant of the {@code Clock} bean)
 */
public record InboundMessage(
    String messageId,
    Conversation conversation,
    String userId,
    @Nullable String userName,
    String text,
    boolean voice,
    @Nullable Quote quote,
    List<Attachment> attachments,
    Instant receivedAt) {

  public InboundMessage {
    attachments = List.copyOf(attachments);
    if (messageId.isBlank() || userId.isBlank()) {
      throw new IllegalArgumentException("A message needs an id and a sender");
    }
  }

  /** The same message with another text, for example with the mention stripped. */
  public InboundMessage withText(String newText) {
    return new InboundMessage(
        messageId, conversation, userId, userName, newText, voice, quote, attachments, receivedAt);
  }

  /** Unique across channels: the idempotency key of everything this message causes. */
  public String key() {
    return conversation.channel() + "|" + messageId;
  }
}

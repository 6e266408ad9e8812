package io.github.xunbang.channel.wecom.aibot;

import io.github.xunbang.message.Attachment;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.message.InboundMessage;
import io.github.xunbang.message.Quote;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Turns the body of a message callback (wecom.md section 1.5) into an {@link InboundMessage}. */
final class AibotTranslator {

  static final String CHANNEL = "aibot";

  private static final Logger log = LoggerFactory.getLogger(AibotTranslator.class);
  private static final byte[] NOT_FETCHED = {};

  private final Clock businessTime;

  AibotTranslator(Clock businessTime) {
    this.businessTime = businessTime;
  }

  /** The message, or null when the body is no message this channel knows. Mentions stay in. */
  @Nullable InboundMessage translate(JsonNode body) {
    String messageId = body.path("msgid").asString("");
    String userId = body.path("from").path("userid").asString("");
    Conversation conversation = conversation(body, userId);
    if (messageId.isBlank() || userId.isBlank() || conversation == null) {
      log.warn("Aibot message skipped, id, sender or chat is missing: msgid={}", messageId);
      return null;
    }
    String type = body.path("msgtype").asString("");
    if (!isKnown(type)) {
      log.debug("Aibot message ignored: msgid={} msgtype={}", messageId, type);
      return null;
    }
    return new InboundMessage(
        messageId,
        conversation,
        userId,
        null,
        text(body),
        type.equals("voice"),
        quote(body.path("quote")),
        attachments(body),
        businessTime.instant());
  }

  private static @Nullable Conversation conversation(JsonNode body, String userId) {
    String chatId = body.path("chatid").asString("");
    boolean group = body.path("chattype").asString("").equals("group") || !chatId.isBlank();
    String id = group ? chatId : userId;
    if (id.isBlank()) {
      return null;
    }
    return group ? Conversation.group(CHANNEL, id) : Conversation.privateChat(CHANNEL, id);
  }

  private static boolean isKnown(String type) {
    return switch (type) {
      case "text", "mixed", "image", "voice", "file", "video" -> true;
      default -> false;
    };
  }

  /** All that is text in a message or quote; voice comes transcribed. */
  private static String text(JsonNode message) {
    return switch (message.path("msgtype").asString("")) {
      case "text" -> message.path("text").path("content").asString("");
      case "voice" -> message.path("voice").path("content").asString("");
      case "mixed" -> mixedText(message);
      default -> "";
    };
  }

  private static String mixedText(JsonNode message) {
    List<String> texts = new ArrayList<>();
    for (JsonNode item : message.path("mixed").path("msg_item")) {
      String text = text(item);
      if (!text.isBlank()) {
        texts.add(text);
      }
    }
    return String.join("\n", texts);
  }

  private static @Nullable Quote quote(JsonNode quote) {
    return quote.isObject() ? new Quote(text(quote)) : null;
  }

  /** What is no text; the bytes are not fetched, because nothing asks for them yet. */
  private static List<Attachment> attachments(JsonNode message) {
    List<Attachment> found = new ArrayList<>();
    switch (message.path("msgtype").asString("")) {
      case "image" -> found.add(new Attachment(Attachment.Kind.PICTURE, "图片", NOT_FETCHED));
      case "file" -> found.add(new Attachment(Attachment.Kind.FILE, "文件", NOT_FETCHED));
      case "video" -> found.add(new Attachment(Attachment.Kind.VIDEO, "视频", NOT_FETCHED));
      case "mixed" ->
          message.path("mixed").path("msg_item").forEach(item -> found.addAll(attachments(item)));
      default -> {}
    }
    return found;
  }
}

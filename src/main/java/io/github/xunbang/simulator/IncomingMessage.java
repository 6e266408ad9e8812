package io.github.xunbang.simulator;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.xunbang.message.Attachment;
import io.github.xunbang.message.Conversation;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Body of {@code POST /simulator/api/messages} (design section 15).
 *
 * @param group group name, optional in private
 * @param user the speaker's id
 * @param name the speaker's name, used at the first message only
 * @param text what is said
 * @param messageId idempotency key
 * @param privately whether it is said in private
 * @param voice whether it was spoken
 * @param quote the quoted text, or an object with {@code text}
 * @param file a picture or file
 */
record IncomingMessage(
    @Nullable String group,
    @Nullable String user,
    @Nullable String name,
    @Nullable String text,
    @Nullable String messageId,
    @JsonProperty("private") @Nullable Boolean privately,
    @Nullable Boolean voice,
    @Nullable JsonNode quote,
    @Nullable SentFile file) {

  static final String EXAMPLE =
      "{\"group\":\"一组\",\"user\":\"zhangmin\",\"name\":\"张敏\",\"text\":\"日报 意向12 签单2\"}";

  private static final int LONGEST_ID = 128;
  // Far above what the bot itself refuses with a sentence; a database document holds 16 MB.
  private static final int LONGEST_TEXT = 1_000_000;
  private static final int LARGEST_FILE = 8 * 1024 * 1024;

  /**
   * A file as JSON carries it.
   *
   * @param name file name
   * @param base64 content
   */
  record SentFile(@Nullable String name, @Nullable String base64) {}

  /**
   * The same message with everything that is needed.
   *
   * @throws BadRequestException naming the first thing that is missing or wrong
   * @throws TooLargeException when text or file is larger than a conversation can keep
   */
  IncomingMessage checked() {
    requireId("user", user);
    if (!isPrivate() || !isBlank(group)) {
      requireId("group", group);
    }
    if (isBlank(text) && file == null) {
      throw new BadRequestException("缺 text（要说的话）。请发：" + EXAMPLE);
    }
    if (said().length() > LONGEST_TEXT) {
      throw new TooLargeException("text 太长，最多" + LONGEST_TEXT + "个字符");
    }
    if (!isBlank(messageId)) {
      requireId("messageId", messageId);
    }
    attachments();
    return this;
  }

  boolean isPrivate() {
    return Boolean.TRUE.equals(privately);
  }

  boolean hasGroup() {
    return !isBlank(group);
  }

  String speaker() {
    return user == null ? "" : user;
  }

  String said() {
    return text == null ? "" : text;
  }

  Conversation groupConversation() {
    return Conversation.group(SimulatorChannel.NAME, group == null ? "" : group);
  }

  Conversation conversation() {
    return isPrivate()
        ? Conversation.privateChat(SimulatorChannel.NAME, speaker())
        : groupConversation();
  }

  @Nullable String quotedText() {
    if (quote == null || quote.isNull()) {
      return null;
    }
    return (quote.isObject() ? quote.path("text") : quote).asString("");
  }

  List<Attachment> attachments() {
    if (file == null) {
      return List.of();
    }
    if (isBlank(file.name()) || file.base64() == null) {
      throw new BadRequestException("file 要有 name 和 base64");
    }
    if (file.base64().length() / 4 * 3 > LARGEST_FILE) {
      throw new TooLargeException("file 太大，最大8MB");
    }
    try {
      byte[] content = Base64.getMimeDecoder().decode(file.base64());
      return List.of(new Attachment(kindOf(file.name()), file.name(), content));
    } catch (IllegalArgumentException e) {
      throw new BadRequestException("file.base64 不是 Base64");
    }
  }

  private static Attachment.Kind kindOf(String fileName) {
    String lower = fileName.toLowerCase(Locale.ROOT);
    return lower.matches(".*\\.(png|jpe?g|gif|webp|bmp)")
        ? Attachment.Kind.PICTURE
        : Attachment.Kind.FILE;
  }

  /** Ids stand in the API's paths, so what a path cannot carry is refused here. */
  private static void requireId(String field, @Nullable String value) {
    if (isBlank(value)) {
      throw new BadRequestException("缺 " + field + "。请发：" + EXAMPLE);
    }
    if (value.length() > LONGEST_ID
        || value.equals(".")
        || value.equals("..")
        || value.codePoints().anyMatch(IncomingMessage::unfitForId)) {
      throw new BadRequestException(field + " 最长" + LONGEST_ID + "个字符，不能有斜线、竖线和控制字符。请发：" + EXAMPLE);
    }
  }

  // Half a surrogate pair would come back from the database as another character.
  private static boolean unfitForId(int c) {
    return c == '/'
        || c == '\\'
        || c == '|'
        || Character.isISOControl(c)
        || Character.getType(c) == Character.SURROGATE;
  }

  private static boolean isBlank(@Nullable String value) {
    return value == null || value.isBlank();
  }
}

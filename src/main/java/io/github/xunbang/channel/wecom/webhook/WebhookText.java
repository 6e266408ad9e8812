package io.github.xunbang.channel.wecom.webhook;

import io.github.xunbang.channel.wecom.MarkdownText;
import io.github.xunbang.message.Mention;
import io.github.xunbang.message.OutboundMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Chooses how a message looks (decision 0005): boards as a table, what is short or rings somebody
 * as text, what is longer as markdown. Nothing people typed becomes markup or a mention.
 */
final class WebhookText {

  static final int TEXT_BYTES = 2048;
  static final int MARKDOWN_BYTES = 4096;

  /** What the outbox may hand over at once: room stays for escaping and for mentions. */
  static final int MAX_BYTES = 3600;

  // A directory id of WeCom; an encrypted id (wo…) rings nobody, so the name in the text has to do.
  private static final Pattern USER_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.@-]{0,63}");
  private static final Pattern ENCRYPTED_ID = Pattern.compile("w[om][A-Za-z0-9_-]{18,}");
  private static final Pattern EVERYBODY = Pattern.compile("(?i)@(?=\\s*(all\\b|所有人|everyone\\b))");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");

  /** The message type. */
  enum Form {
    TEXT,
    MARKDOWN,
    MARKDOWN_V2
  }

  /**
   * One message to send.
   *
   * @param content already harmless
   * @param userIds people to notify; only for {@link Form#TEXT}, markdown holds them itself
   */
  record Piece(Form form, String content, List<String> userIds) {}

  private WebhookText() {}

  /** The messages that the text of {@code message} becomes, in order; none for a blank text. */
  static List<Piece> pieces(OutboundMessage message) {
    if (message.text().isBlank()) {
      return List.of();
    }
    List<String> userIds = userIds(message.mentions());
    String text = EVERYBODY.matcher(message.text()).replaceAll("＠");
    if (userIds.isEmpty()) {
      var board = BoardTable.of(text).filter(it -> bytes(it) <= MARKDOWN_BYTES);
      if (board.isPresent()) {
        return List.of(new Piece(Form.MARKDOWN_V2, board.get(), List.of()));
      }
    }
    String plain = plain(text);
    return bytes(plain) <= TEXT_BYTES
        ? List.of(new Piece(Form.TEXT, plain, userIds))
        : markdown(text, userIds);
  }

  /** {@code <@id>} in a text mentions too, so no such bracket may come from people. */
  private static String plain(String text) {
    return CONTROL.matcher(text).replaceAll("").replace('<', '＜');
  }

  private static List<Piece> markdown(String text, List<String> userIds) {
    String mentions =
        userIds.stream().map(id -> "<@" + id + ">").collect(Collectors.joining(" ", "\n", ""));
    int room = userIds.isEmpty() ? 0 : bytes(mentions);
    List<Piece> pieces = new ArrayList<>();
    for (String part : MarkdownText.pieces(text, Math.max(TEXT_BYTES, MARKDOWN_BYTES - room))) {
      boolean rings = pieces.isEmpty() && room > 0 && bytes(part) + room <= MARKDOWN_BYTES;
      pieces.add(new Piece(Form.MARKDOWN, rings ? part + mentions : part, List.of()));
    }
    return pieces;
  }

  static List<String> userIds(List<Mention> mentions) {
    return mentions.stream()
        .map(Mention::userId)
        .filter(id -> USER_ID.matcher(id).matches() && !ENCRYPTED_ID.matcher(id).matches())
        .filter(id -> !id.equalsIgnoreCase("all"))
        .distinct()
        .toList();
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}

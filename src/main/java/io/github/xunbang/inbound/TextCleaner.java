package io.github.xunbang.inbound;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes typed text plain: the bot's mention gone wherever it stands, no control or invisible
 * characters, ordinary blanks; line feeds and tabs stay.
 */
final class TextCleaner {

  /** WeCom ends a mention with U+2005; names themselves may hold plain blanks. */
  private static final Pattern LEADING_MENTION =
      Pattern.compile("^\\s*[@＠](?:[^\\u2005\\n@＠]{1,40}\\u2005|\\S+)");

  private final Pattern ownMention;

  /** {@code botName} as people see it, without the @. */
  TextCleaner(String botName) {
    this.ownMention = Pattern.compile("[@＠]" + Pattern.quote(botName) + "[\\u2005 ]?");
  }

  /** The plain text; {@code group} tells whether the bot had to be mentioned at all. */
  String clean(String typed, boolean group) {
    Matcher own = ownMention.matcher(typed);
    String text = own.replaceAll(" ");
    if (group && text.equals(typed)) {
      // The bot's name in this group is not the configured one: the first mention is the bot.
      text = LEADING_MENTION.matcher(text).replaceFirst("");
    }
    return plain(text).strip();
  }

  private static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    text.codePoints().forEach(point -> append(plain, point));
    return plain.toString().replace("\r\n", "\n").replace('\r', '\n');
  }

  private static void append(StringBuilder plain, int point) {
    switch (Character.getType(point)) {
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> plain.append('\n');
      case Character.SPACE_SEPARATOR -> plain.append(' ');
      case Character.CONTROL -> {
        if (point == '\n' || point == '\t' || point == '\r') {
          plain.append((char) point);
        }
      }
      case Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE -> {
        // Invisible or broken; a lone surrogate could not even be stored.
      }
      default -> plain.appendCodePoint(point);
    }
  }
}

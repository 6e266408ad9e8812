package io.github.xunbang.inbound;

import io.github.xunbang.message.Attachment;
import io.github.xunbang.message.InboundMessage;
import io.github.xunbang.message.Quote;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a message says once cleaned: its own text, or the text it quotes (design section 5: quoting
 * a forgotten message and @-ing the bot registers the quoted text for the sender).
 *
 * @param message with the text to be handled
 * @param quoted whether that text is the quote's
 * @param declined what cannot be read, 图片 or 文件, or null
 */
record IncomingText(InboundMessage message, boolean quoted, @Nullable String declined) {

  /** Longer texts are refused before anything reads them. */
  static final int LONGEST = 20_000;

  private static final Set<String> REGISTER_WORDS =
      Set.of("登记", "日报", "报数", "上报", "汇报", "记一下", "补登记");

  static IncomingText of(InboundMessage message, TextCleaner cleaner) {
    boolean group = message.conversation().isGroup();
    String own = cleaner.clean(message.text(), group);
    String quote = quoted(message.quote(), cleaner);
    boolean useQuote = !quote.isEmpty() && (own.isEmpty() || REGISTER_WORDS.contains(own));
    String attached = own.isEmpty() ? "" : AttachedText.of(message.attachments());
    String text = attached.isEmpty() ? own : own + "\n" + attached;
    return new IncomingText(
        message.withText(useQuote ? quote : text), useQuote, declined(message, own.isEmpty()));
  }

  /** Whether there is nothing to handle but a picture or file. */
  boolean onlyDeclined() {
    return declined != null && message.text().isEmpty();
  }

  private static String quoted(@Nullable Quote quote, TextCleaner cleaner) {
    if (quote == null || quote.text().length() > LONGEST) {
      return "";
    }
    String text = cleaner.clean(quote.text(), true);
    // The bot's own boards and answers are no reports.
    return text.startsWith("【") || text.startsWith("已登记") ? "" : text;
  }

  /** A file alone says nothing about what to do with it. */
  private static @Nullable String declined(InboundMessage message, boolean alone) {
    for (Attachment attachment : message.attachments()) {
      // A voice message comes with its transcript as text.
      boolean read = !alone && AttachedText.isReadable(attachment);
      if (attachment.kind() != Attachment.Kind.VOICE && !read) {
        return attachment.kind() == Attachment.Kind.PICTURE ? "图片" : "文件";
      }
    }
    return null;
  }
}

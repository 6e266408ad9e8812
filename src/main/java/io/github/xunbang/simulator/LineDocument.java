package io.github.xunbang.simulator;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One line of a conversation, said by a person or posted by the bot.
 *
 * @param id conversation key and {@code line}
 * @param line counts every line of the conversation, from 1, without gaps
 * @param seq counts the bot's posts of the conversation, from 1, without gaps; a person's line
 *     carries the number of the last post before it
 * @param at business time
 * @param from user id, or {@link #BOT}
 * @param fromName name shown beside the line
 * @param type text, picture or file
 * @param text what was said, possibly empty beside an attachment
 * @param mentions user ids of the people mentioned
 * @param fileName name of the attachment, or null
 * @param content bytes of the attachment, or null; left out of listings
 * @param replyTo message id that the bot answered with this line, or null
 */
@Document("simulator_messages")
record LineDocument(
    @Id String id,
    long line,
    long seq,
    Instant at,
    String from,
    String fromName,
    String type,
    String text,
    List<String> mentions,
    @Nullable String fileName,
    byte @Nullable [] content,
    @Nullable String replyTo) {

  static final String BOT = "bot";

  boolean isPost() {
    return from.equals(BOT);
  }

  /** The same line with another form of its text. */
  LineDocument withText(String other) {
    return new LineDocument(
        id, line, seq, at, from, fromName, type, other, mentions, fileName, content, replyTo);
  }

  LineDocument numbered(String newId, long newLine, long newSeq) {
    return new LineDocument(
        newId, newLine, newSeq, at, from, fromName, type, text, mentions, fileName, content,
        replyTo);
  }
}

package io.github.xunbang.message;

import java.util.Objects;

/**
 * A picture or file that came with, or goes out with, a message.
 *
 * @param kind picture, file, voice or video
 * @param name file name as shown to people
 * @param content the bytes; empty when an inbound attachment was not fetched
 */
public record Attachment(Kind kind, String name, byte[] content) {

  /** What the attachment is. */
  public enum Kind {
    PICTURE,
    FILE,
    VOICE,
    VIDEO
  }

  public Attachment {
    Objects.requireNonNull(kind, "kind");
    content = content.clone();
  }

  @Override
  public byte[] content() {
    return content.clone();
  }
}

package io.github.xunbang.outbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Cuts a text that is too long for one message, at line ends where possible. */
final class TextParts {

  private TextParts() {}

  /**
   * Parts of at most {@code maxBytes} UTF-8 bytes. A line is cut only when it alone is too long,
   * and then never inside a character.
   */
  static List<String> split(String text, int maxBytes) {
    if (bytes(text) <= maxBytes) {
      return List.of(text);
    }
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      for (String piece : pieces(line, maxBytes)) {
        if (!part.isEmpty() && bytes(part) + 1 + bytes(piece) > maxBytes) {
          add(parts, part);
        }
        part.append(part.isEmpty() ? "" : "\n").append(piece);
      }
    }
    add(parts, part);
    return parts;
  }

  private static List<String> pieces(String line, int maxBytes) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    int size = 0;
    for (int at = 0; at < line.length(); ) {
      int point = line.codePointAt(at);
      int width = bytes(Character.toString(point));
      if (size + width > maxBytes && size > 0) {
        pieces.add(piece.toString());
        piece.setLength(0);
        size = 0;
      }
      piece.appendCodePoint(point);
      size += width;
      at += Character.charCount(point);
    }
    pieces.add(piece.toString());
    return pieces;
  }

  private static void add(List<String> parts, StringBuilder part) {
    if (!part.toString().isBlank()) {
      parts.add(part.toString());
    }
    part.setLength(0);
  }

  private static int bytes(CharSequence text) {
    return text.toString().getBytes(StandardCharsets.UTF_8).length;
  }
}

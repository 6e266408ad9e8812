package io.github.xunbang.channel.wecom;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Shows plain text through WeCom's markdown (wecom.md sections 2.7 and 3) exactly as it is.
 *
 * <p>A line feed becomes two blanks and a line feed: the hard line break of every markdown dialect,
 * and invisible where a line feed breaks already; a blank line instead would tear every list apart
 * there. Characters that would become structure are replaced by their full-width look-alikes, as
 * {@link io.github.xunbang.message.UntrustedText} does: whether the platform knows backslash
 * escapes is nowhere documented. An ordered list is disarmed too, because markdown would number the
 * places 1, 1, 3 of a board anew.
 */
public final class MarkdownText {

  private static final String LINE_BREAK = "  \n";
  private static final Pattern URL = Pattern.compile("https?://[A-Za-z0-9\\-._~:/?#@!$&'+,;=%]+");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");
  private static final Pattern INDENT = Pattern.compile("^[ \\t]+");
  private static final Pattern ORDERED = Pattern.compile("^(\\u00A0*\\d{1,9})([.)])(?=\\s|$)");
  private static final Pattern BULLET = Pattern.compile("^(\\u00A0*)([-+])(?=\\s|$)");
  private static final Pattern RULE = Pattern.compile("^(\\u00A0*)([-=])(?=[-= \\t]*$)");
  private static final Pattern BLOCK = Pattern.compile("^(\\u00A0*)([#>])");
  private static final Pattern ENTITY = Pattern.compile("&(?=#?[A-Za-z0-9]{1,32};)");
  private static final Pattern LINK = Pattern.compile("](?=[(\\[:])");

  private static final Pattern BOLDABLE = Pattern.compile("[\\p{L}\\p{N}](.*[\\p{L}\\p{N}])?");

  private MarkdownText() {}

  /** The whole of {@code plain} as markdown. */
  public static String of(String plain) {
    return String.join(LINE_BREAK, lines(plain).stream().map(MarkdownText::line).toList());
  }

  /**
   * {@code plain} as markdown in pieces of at most {@code maxBytes} UTF-8 bytes, cut between lines,
   * and inside a line only when that is longer than a piece.
   */
  public static List<String> pieces(String plain, int maxBytes) {
    return pieces(plain, maxBytes, List.of());
  }

  /** As above, with each of {@code names} in bold wherever it stands. */
  public static List<String> pieces(String plain, int maxBytes, List<String> names) {
    UnaryOperator<String> markdown = bold(names);
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    int bytes = 0;
    for (String line : lines(plain)) {
      for (String part : parts(line, maxBytes, markdown)) {
        int more = bytes(part) + (piece.isEmpty() ? 0 : LINE_BREAK.length());
        if (!piece.isEmpty() && bytes + more > maxBytes) {
          add(pieces, piece);
          bytes = 0;
          more = bytes(part);
        }
        piece.append(piece.isEmpty() ? "" : LINE_BREAK).append(part);
        bytes += more;
      }
    }
    add(pieces, piece);
    return pieces;
  }

  /**
   * One line as markdown with names in bold. A name that ends in punctuation stays plain, for the
   * stars beside it would be shown.
   */
  private static UnaryOperator<String> bold(List<String> names) {
    String any =
        names.stream()
            .map(MarkdownText::inline)
            .filter(name -> BOLDABLE.matcher(name).matches())
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
    if (any.isEmpty()) {
      return MarkdownText::line;
    }
    Pattern name = Pattern.compile(any);
    return plain -> name.matcher(line(plain)).replaceAll("**$0**");
  }

  private static void add(List<String> pieces, StringBuilder piece) {
    if (!piece.toString().isBlank()) {
      pieces.add(piece.toString());
    }
    piece.setLength(0);
  }

  private static List<String> lines(String plain) {
    String clean = CONTROL.matcher(plain.replace("\r\n", "\n").replace('\r', '\n')).replaceAll("");
    return List.of(clean.split("\n", -1));
  }

  /** One line as markdown; cut first and converted then, so that each part is safe by itself. */
  private static List<String> parts(String line, int maxBytes, UnaryOperator<String> markdown) {
    String whole = markdown.apply(line);
    if (bytes(whole) <= maxBytes) {
      return List.of(whole);
    }
    // A character converts to eight bytes at most: a tab to four no-break spaces.
    int chars = Math.max(1, maxBytes / 8);
    List<String> parts = new ArrayList<>();
    int start = 0;
    while (start < line.length()) {
      int end = Math.min(line.length(), start + chars);
      if (end < line.length() && Character.isLowSurrogate(line.charAt(end))) {
        end = end - start > 1 ? end - 1 : end + 1;
      }
      parts.add(markdown.apply(line.substring(start, end)));
      start = end;
    }
    return parts;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static String line(String plain) {
    String line = indented(plain.stripTrailing());
    line = RULE.matcher(line).replaceFirst(m -> m.group(1) + fullWidth(m.group(2).charAt(0)));
    line = ORDERED.matcher(line).replaceFirst(m -> m.group(1) + fullWidth(m.group(2).charAt(0)));
    line = BULLET.matcher(line).replaceFirst(m -> m.group(1) + fullWidth(m.group(2).charAt(0)));
    line = BLOCK.matcher(line).replaceFirst(m -> m.group(1) + fullWidth(m.group(2).charAt(0)));
    return aroundUrls(line);
  }

  /** Indentation makes code blocks; the no-break space looks the same and does not. */
  private static String indented(String line) {
    Matcher indent = INDENT.matcher(line);
    return indent.find()
        ? indent.group().replace("\t", "    ").replace(' ', '\u00A0') + line.substring(indent.end())
        : line;
  }

  /**
   * A link must stay what it is; its two markdown characters have an equal spelling in RFC 3986.
   */
  private static String aroundUrls(String line) {
    StringBuilder shown = new StringBuilder();
    Matcher url = URL.matcher(line);
    int from = 0;
    while (url.find()) {
      shown.append(inline(line.substring(from, url.start())));
      shown.append(url.group().replace("_", "%5F").replace("~", "%7E"));
      from = url.end();
    }
    return shown.append(inline(line.substring(from))).toString();
  }

  private static String inline(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    String harmless = LINK.matcher(ENTITY.matcher(text).replaceAll("＆")).replaceAll("］");
    for (int i = 0; i < harmless.length(); i++) {
      char c = harmless.charAt(i);
      shown.append("*_`~<|\\".indexOf(c) < 0 ? c : fullWidth(c));
    }
    return shown.toString();
  }

  /** ASCII and its full-width forms are the same sequence, U+FEE0 apart. */
  private static char fullWidth(char ascii) {
    return (char) (ascii + 0xFEE0);
  }
}

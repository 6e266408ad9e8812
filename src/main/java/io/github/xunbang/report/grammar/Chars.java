package io.github.xunbang.report.grammar;

/** What kind of char stands in a normalized text. */
final class Chars {

  private static final String BLANKS = " \t【】「」『』《》\"“”'‘’";
  private static final String MARKS = ",，;；、。.!?|/\\~…·•*#>^&$={}<`_";

  private Chars() {}

  static boolean blank(char c) {
    return BLANKS.indexOf(c) >= 0;
  }

  static boolean mark(char c) {
    return MARKS.indexOf(c) >= 0;
  }

  static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Han, Latin and the like; not emoji, not digits. */
  static boolean letter(char c) {
    return Character.isLetter(c);
  }

  static boolean word(char c) {
    return letter(c) || digit(c);
  }

  static char at(String text, int index) {
    return index >= 0 && index < text.length() ? text.charAt(index) : 0;
  }

  static int skipBlanks(String text, int from) {
    int at = from;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }

  static int lineEnd(String text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  /** Length of a list number such as {@code 1.} {@code 2、} {@code (3)} {@code ④}, or 0. */
  static int ordinal(String text, int from) {
    char first = at(text, from);
    if (first >= '①' && first <= '⑳') {
      return 1;
    }
    int open = first == '(' ? 1 : 0;
    int at = from + open;
    while (digit(at(text, at)) && at - from - open < 3) {
      at++;
    }
    if (at == from + open) {
      return 0;
    }
    char close = at(text, at);
    boolean closed = open == 1 ? close == ')' : ".、)．:".indexOf(close) >= 0 && close != ':';
    return closed && !digit(at(text, at + 1)) && close != 0 ? at + 1 - from : 0;
  }

  /** The number that a list number says, 1 for {@code ①} and {@code (1)}, or 0. */
  static int ordinalValue(String text, int from) {
    int length = ordinal(text, from);
    if (length == 0) {
      return 0;
    }
    char first = text.charAt(from);
    if (first >= '①' && first <= '⑳') {
      return first - '①' + 1;
    }
    int value = 0;
    for (int at = from; at < from + length; at++) {
      value = digit(text.charAt(at)) ? 10 * value + text.charAt(at) - '0' : value;
    }
    return value;
  }

  /** Length of a heading's number such as {@code 二、} {@code (三)}, or 0. */
  static int chineseOrdinal(String text, int from) {
    int at = from + (at(text, from) == '(' ? 1 : 0);
    int numeral = at;
    while ("一二三四五六七八九十".indexOf(at(text, at)) >= 0 && at - numeral < 3) {
      at++;
    }
    return at > numeral && "、.)．".indexOf(at(text, at)) >= 0 ? at + 1 - from : 0;
  }

  /** Whether the text is worth keeping: it holds a letter, a digit or an emoji. */
  static boolean worthKeeping(String text) {
    return text.codePoints()
        .anyMatch(
            p -> Character.isLetterOrDigit(p) || Character.getType(p) == Character.OTHER_SYMBOL);
  }
}

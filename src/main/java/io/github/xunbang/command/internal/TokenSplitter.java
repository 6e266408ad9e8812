package io.github.xunbang.command.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts what follows a command word into blank-free tokens. */
final class TokenSplitter {

  private static final String SEPARATORS = "，、；;。：:!！?？~～…";
  private static final Set<String> FILLERS =
      Set.of("呢", "啊", "呀", "吧", "吗", "嘛", "哈", "的", "一下", "看看", "多少", "谢谢", "请");

  private TokenSplitter() {}

  /**
   * A token.
   *
   * @param text without blanks
   * @param start where it stands in the input
   */
  record Token(String text, int start) {}

  /** The tokens in order, without words that only fill: {@code 排名 呢} is {@code 排名}. */
  static List<Token> split(String input) {
    List<Token> tokens = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= input.length(); i++) {
      if (i == input.length() || separates(input, i)) {
        if (i > start && !FILLERS.contains(input.substring(start, i))) {
          tokens.add(new Token(input.substring(start, i), start));
        }
        start = i + 1;
      }
    }
    return tokens;
  }

  private static boolean separates(String input, int at) {
    char c = input.charAt(at);
    if (CommandText.isBlank(c)) {
      return true;
    }
    if (c == ',' || c == ':') {
      // 1,234.5 is one number and 22:05 one time.
      return !(isDigit(input, at - 1) && isDigit(input, at + 1));
    }
    return SEPARATORS.indexOf(c) >= 0;
  }

  private static boolean isDigit(String input, int at) {
    return at >= 0 && at < input.length() && Character.isDigit(input.charAt(at));
  }
}

package io.github.xunbang.command.internal;

import java.util.HashMap;
import java.util.Map;

/**
 * Makes typed text comparable with command words without changing its length, so that positions
 * found in the folded text hold in the typed one.
 */
final class CommandText {

  /** Traditional characters of command words, each before its simplified form. */
  private static final String TRADITIONAL =
      "報报簽签單单業业績绩幫帮誰谁沒没設设綁绑認认領领記记錄录銷销補补標标員员獎奖罰罚導导"
          + "進进規规則则檢检開开關关對对寫写錯错嗎吗這这達达戰战繳缴務务個个從从復复歸归動动總总結结"
          + "無无應应請请問问問问類类組组門门間间讓让轉转離离職职劃划數数據据顯显備备發发給给張张";

  private static final Map<Character, Character> SIMPLIFIED = new HashMap<>();

  static {
    for (int i = 0; i < TRADITIONAL.length(); i += 2) {
      SIMPLIFIED.put(TRADITIONAL.charAt(i), TRADITIONAL.charAt(i + 1));
    }
  }

  private CommandText() {}

  /** Half-width, lower-case, simplified; same length as {@code typed}. */
  static String fold(String typed) {
    char[] chars = typed.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      chars[i] = fold(chars[i]);
    }
    return new String(chars);
  }

  private static char fold(char typed) {
    if (typed >= '！' && typed <= '～') {
      return Character.toLowerCase((char) (typed - '！' + '!'));
    }
    if (isBlank(typed)) {
      return ' ';
    }
    return SIMPLIFIED.getOrDefault(typed, Character.toLowerCase(typed));
  }

  static boolean isBlank(char typed) {
    return Character.isWhitespace(typed) || Character.isSpaceChar(typed);
  }

  /** Whether {@code text} at {@code index} is neither letter nor digit, or has ended. */
  static boolean isBoundary(String text, int index) {
    return index >= text.length() || !Character.isLetterOrDigit(text.codePointAt(index));
  }

  static boolean isAscii(String word) {
    return word.chars().allMatch(c -> c < 128);
  }
}

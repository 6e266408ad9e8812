package io.github.xunbang.command;

/**
 * Brings what people type into one form: half-width, lower case, simplified characters. The form
 * has as many chars as the cleaned text, so that a position in one is a position in the other.
 */
public final class TypedText {

  private static final String VARIANTS =
      "業业績绩簽签單单銷销額额萬万億亿貳二贰二參三叁三陸六陆六兩两個个點点無无沒没報报週周禮礼總总結结計计劃划難难標标務务還还"
          + "號号後后時时間间資资訊讯帳账匯汇區区門门員员達达實实際际積积見见開开電电話话發发現现預预約约較较來来幾几餘余圓元"
          + "塊块錢钱訪访談谈樣样詢询應应該该為为們们這这裡里會会對对錯错寫写補补請请機机進进項项戶户組组條条筆笔臺台"
          + "天天壹一弍二肆四伍五柒七捌八玖九拾十佰百仟千〇零○零俩两仨三";

  private static final java.util.Map<Character, Character> SIMPLIFIED = simplified();

  private TypedText() {}

  private static java.util.Map<Character, Character> simplified() {
    java.util.Map<Character, Character> map = new java.util.HashMap<>();
    for (int i = 0; i + 1 < VARIANTS.length(); i += 2) {
      map.put(VARIANTS.charAt(i), VARIANTS.charAt(i + 1));
    }
    return map;
  }

  /**
   * Without control characters, invisible marks and broken surrogates; line breaks become {@code
   * \n}, tabs stay. The joiner inside emoji stays.
   */
  public static String clean(String typed) {
    StringBuilder kept = new StringBuilder(typed.length());
    int at = 0;
    while (at < typed.length()) {
      int point = typed.codePointAt(at);
      at += Character.charCount(point);
      if (point == '\r') {
        if (at >= typed.length() || typed.charAt(at) != '\n') {
          kept.append('\n');
        }
      } else if (point == 0x2028 || point == 0x2029 || point == 0x85 || point == 0x0B) {
        kept.append('\n');
      } else if (isVisible(point)) {
        kept.appendCodePoint(point);
      }
    }
    return kept.toString();
  }

  private static boolean isVisible(int point) {
    if (point == '\n' || point == '\t' || point == 0x200D) {
      return true;
    }
    int type = Character.getType(point);
    return type != Character.CONTROL
        && type != Character.FORMAT
        && type != Character.SURROGATE
        && type != Character.UNASSIGNED;
  }

  /** The form in which words and numbers are looked for; same length as {@code cleaned}. */
  public static String normalize(String cleaned) {
    char[] chars = cleaned.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      chars[i] = normalize(chars[i]);
    }
    return new String(chars);
  }

  private static char normalize(char c) {
    if (c < 0x80) {
      return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }
    // The full-width comma stays: it never groups thousands.
    if (c >= '！' && c <= '～' && c != '，') {
      return normalize((char) (c - 0xFEE0));
    }
    return switch (c) {
      case '￥' -> '¥';
      case '−', '–', '—', '‐', '‑', '‒', '―', '﹣' -> '-';
      case '﹢' -> '+';
      case '〜', '∼', '～' -> '~';
      case '﹪', '٪' -> '%';
      case '︰', '﹕', '∶' -> ':';
      case '〔', '﹙' -> '(';
      case '〕', '﹚' -> ')';
      case '\u00A0', '\u3000' -> ' ';
      default -> c >= '\u2000' && c <= '\u200A' ? ' ' : SIMPLIFIED.getOrDefault(c, c);
    };
  }
}

package io.github.xunbang.message;

/**
 * Makes what people typed harmless before it is shown again: no markup, no mention, no control
 * characters.
 */
public final class UntrustedText {

  private static final String MARKUP = "<>&*_`[]@#~|\\";
  private static final String HARMLESS = "＜＞＆＊＿｀［］＠＃～｜＼";

  private UntrustedText() {}

  /**
   * One line of at most {@code maxChars} code points; markup and @ become their full-width
   * look-alikes.
   */
  public static String oneLine(String typed, int maxChars) {
    StringBuilder shown = new StringBuilder();
    int[] points = typed.strip().codePoints().toArray();
    int kept = 0;
    for (int point : points) {
      if (kept == maxChars) {
        return shown.append('…').toString();
      }
      int type = Character.getType(point);
      if (type == Character.CONTROL
          || type == Character.FORMAT
          || type == Character.LINE_SEPARATOR
          || type == Character.PARAGRAPH_SEPARATOR
          || type == Character.SURROGATE
          || type == Character.UNASSIGNED) {
        shown.append(' ');
      } else {
        int at = MARKUP.indexOf(point);
        shown.appendCodePoint(at < 0 ? point : HARMLESS.charAt(at));
      }
      kept++;
    }
    return shown.toString();
  }
}

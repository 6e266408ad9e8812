package io.github.xunbang.message;

/**
 * Makes what people typed harmless before it is shown again: no markup, no mention, no control
 * characters, no phone number in full (design section 12).
 */
public final class UntrustedText {

  private static final String MARKUP = "<>&*_`[]@#~|\\";
  private static final String HARMLESS = "＜＞＆＊＿｀［］＠＃～｜＼";

  private UntrustedText() {}

  /**
   * One line of at most {@code maxChars} code points; markup and @ become their full-width
   * look-alikes, and phone numbers are masked, whole before the line is cut.
   */
  public static String oneLine(String typed, int maxChars) {
    String shown = PhoneNumbers.masked(harmless(typed.strip()));
    return shown.codePointCount(0, shown.length()) <= maxChars
        ? shown
        : shown.substring(0, shown.offsetByCodePoints(0, maxChars)) + "…";
  }

  private static String harmless(String typed) {
    StringBuilder shown = new StringBuilder(typed.length());
    for (int point : typed.codePoints().toArray()) {
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
    }
    return shown.toString();
  }
}

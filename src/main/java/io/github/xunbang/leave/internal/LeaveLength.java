package io.github.xunbang.leave.internal;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long leave lasts where that is said in days: 3天, 两天半, 1.5天. */
final class LeaveLength {

  private static final Pattern DAYS =
      Pattern.compile("(\\d{1,3}(?:\\.5)?|[一二两三四五六七八九十])\\s*(?:整)?天(半)?(?:假)?");
  private static final String NUMERALS = "一二三四五六七八九十";
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private LeaveLength() {}

  /**
   * A length found in a text.
   *
   * @param halves half days
   * @param end position after it
   */
  record Found(int halves, int end) {}

  /** The length that begins at {@code at}. */
  static Optional<Found> at(String text, int at) {
    Matcher days = DAYS.matcher(text).region(at, text.length());
    if (!days.lookingAt()) {
      return Optional.empty();
    }
    int halves = number(days.group(1)).multiply(TWO).intValueExact();
    return Optional.of(new Found(days.group(2) == null ? halves : halves + 1, days.end()));
  }

  private static BigDecimal number(String typed) {
    if (Character.isDigit(typed.charAt(0))) {
      return new BigDecimal(typed);
    }
    return BigDecimal.valueOf(typed.equals("两") ? 2 : NUMERALS.indexOf(typed) + 1);
  }
}

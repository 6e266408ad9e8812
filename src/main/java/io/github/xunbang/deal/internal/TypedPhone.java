package io.github.xunbang.deal.internal;

import io.github.xunbang.command.TypedText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts phone numbers out of what was typed about a deal: they belong into 客户, encrypted, and into
 * no deal, act or post.
 *
 * @param text cleaned, each number replaced by ☎ and blanks, in all as many chars
 * @param found whether there was one, now or when the text was cut before
 */
record TypedPhone(String text, boolean found) {

  /** Where a number was cut out. */
  static final String MARK = "☎";

  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\d.])(?:(?:\\+?86[- ]?)?1[3-9]\\d[- ]?\\d{4}[- ]?\\d{4}"
              + "|0\\d{2,3}[- ]?\\d{7,8}|400[- ]?\\d{3}[- ]?\\d{4})(?![\\d.万千百亿wk元块])");

  static TypedPhone cut(String typed) {
    String text = TypedText.clean(typed);
    Matcher matcher = NUMBER.matcher(TypedText.normalize(text));
    StringBuilder kept = new StringBuilder(text);
    while (matcher.find()) {
      int blanks = matcher.end() - matcher.start() - 1;
      kept.replace(matcher.start(), matcher.end(), MARK + " ".repeat(blanks));
    }
    return new TypedPhone(kept.toString(), kept.indexOf(MARK) >= 0);
  }
}

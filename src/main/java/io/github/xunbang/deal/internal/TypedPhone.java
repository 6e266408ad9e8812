package io.github.xunbang.deal.internal;

import io.github.xunbang.command.TypedText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts phone numbers out of what was typed about a deal: they belong into 客户, encrypted, and into
 * no deal, act or post.
 *
 * @param text cleaned, each number replaced by as many blanks
 * @param found whether there was one
 */
record TypedPhone(String text, boolean found) {

  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\d.])(?:(?:\\+?86[- ]?)?1[3-9]\\d[- ]?\\d{4}[- ]?\\d{4}"
              + "|0\\d{2,3}[- ]?\\d{7,8}|400[- ]?\\d{3}[- ]?\\d{4})(?![\\d.万千百亿wk元块])");

  static TypedPhone cut(String typed) {
    String text = TypedText.clean(typed);
    Matcher matcher = NUMBER.matcher(TypedText.normalize(text));
    StringBuilder kept = new StringBuilder(text);
    boolean found = false;
    while (matcher.find()) {
      kept.replace(matcher.start(), matcher.end(), " ".repeat(matcher.end() - matcher.start()));
      found = true;
    }
    return new TypedPhone(kept.toString(), found);
  }
}

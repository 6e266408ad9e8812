package io.github.xunbang.message;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Phone numbers inside free text: found, and masked before the text is shown where others read it
 * (design section 12). Full-width digits, +86, blanks and hyphens are understood.
 */
public final class PhoneNumbers {

  private static final Pattern PHONE =
      Pattern.compile(
          "(?<!\\d)(?:(?:[+＋]|00)?[8８][6６][ -]?)?([1１][3-9３-９]\\d(?:[ -]?\\d{4}){2})(?!\\d)"
              + "|(?<!\\d)([0０]\\d{2,3}[ -]?\\d{7,8})(?!\\d)",
          Pattern.UNICODE_CHARACTER_CLASS);
  private static final int MOBILE_DIGITS = 11;

  private PhoneNumbers() {}

  /**
   * A number in a text.
   *
   * @param start position of its first char
   * @param end position after it
   * @param digits without country code, blanks and hyphens
   */
  public record Found(int start, int end, String digits) {

    @Override
    public String toString() {
      return "Found[start=%d, end=%d, digits=%s]".formatted(start, end, mask(digits));
    }
  }

  /** The first mobile or landline number. */
  public static Optional<Found> first(String text) {
    Matcher matcher = PHONE.matcher(text);
    return matcher.find()
        ? Optional.of(new Found(matcher.start(), matcher.end(), digits(matcher)))
        : Optional.empty();
  }

  /** The same text with each number as {@code 138****5678}. */
  public static String masked(String text) {
    return PHONE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(mask(digits(found))));
  }

  /** {@code 138****5678}; of a short number the last three remain. */
  public static String mask(String digits) {
    int length = digits.length();
    if (length >= MOBILE_DIGITS) {
      return digits.substring(0, 3) + "****" + digits.substring(length - 4);
    }
    return "****" + digits.substring(Math.max(0, length - 3));
  }

  private static String digits(java.util.regex.MatchResult found) {
    String typed = found.group(1) == null ? found.group(2) : found.group(1);
    StringBuilder digits = new StringBuilder();
    typed
        .chars()
        .filter(Character::isDigit)
        .forEach(digit -> digits.append(Character.digit(digit, 10)));
    return digits.toString();
  }
}

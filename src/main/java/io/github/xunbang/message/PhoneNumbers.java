package io.github.xunbang.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Phone numbers inside free text: found, and masked before the text is kept or shown where others
 * read it (design section 12). The one place that knows how they are written: mobiles, landlines
 * with area code, 400 numbers, in full-width digits too, with +86, blanks, hyphens, points and
 * brackets; numbers without an area code only behind a word such as 电话, so that no amount is taken
 * for one.
 */
public final class PhoneNumbers {

  private static final String GAP = "[-. ]{0,3}";

  /** Written 3-4-4, 4-4-3, 3-3-5, 4-3-4 or in one piece. */
  private static final String MOBILE =
      "(?:(?:\\+|00)?\\(?86\\)?[-. ]?|0)?(?<mobile>1[3-9]\\d"
          + "(?:G\\d{4}G\\d{4}|\\d[-. ]\\d{4}[-. ]\\d{3}|[-. ]\\d{3}[-. ]\\d{5}|\\d[-. ]\\d{3}[-. ]\\d{4}))"
              .replace("G", GAP);

  private static final String LANDLINE =
      "(?:(?:\\+|00)86[- ]?\\(?0?|\\(?0)(?<area>10|2\\d|[3-9]\\d{2})\\)?[-. ]{0,3}"
          + "(?<local>[2-8]\\d{2,3}[- ]?\\d{4})";

  private static final String SERVICE =
      "(?<service>[48]00(?:[- ]?\\d{3}[- ]?\\d{4}|[- ]?\\d{4}[- ]?\\d{3}|\\d-\\d{3}-\\d{3}))";

  /** Right or wrong, what follows such a word is somebody's number. */
  private static final String LABELLED =
      "(?<=(?:电话|手机|座机|号码|微信|tel|phone|联系方式)(?:号|是|为)?[ :=]{0,3})"
          + "(?<labelled>\\d{3,4}-\\d{4}|\\d{7,12})(?!\\.\\d| ?万?[元块])";

  private static final Pattern PHONE =
      Pattern.compile(
          "(?i)(?<!\\d)(?:%s)(?!\\d)"
              .formatted(String.join("|", MOBILE, LANDLINE, SERVICE, LABELLED)));

  /** Dictated: 一三八零零零…, 幺三八…; each char stands for its place, modulo ten. */
  private static final String SPOKEN_DIGITS = "零一二三四五六七八九〇幺两";

  private static final Pattern SPOKEN = Pattern.compile("[一幺][三四五六七八九][零〇一幺二两三四五六七八九]{9}");

  private static final int MOBILE_DIGITS = 11;

  private PhoneNumbers() {}

  /**
   * A number in a text.
   *
   * @param start position of its first char
   * @param end position after it
   * @param digits without country code, blanks and hyphens; a landline's with its area code
   * @param complete whether it can be dialled from anywhere; otherwise it lacks the area code or a
   *     digit
   * @param columns whether it has blanks or points inside, as figures side by side have too
   */
  public record Found(int start, int end, String digits, boolean complete, boolean columns) {

    @Override
    public String toString() {
      return "Found[start=%d, end=%d, digits=%s]".formatted(start, end, mask(digits));
    }
  }

  /** The first number that is complete. */
  public static Optional<Found> first(String text) {
    return all(text).stream().filter(Found::complete).findFirst();
  }

  /** All numbers in a text, in order. */
  public static List<Found> all(String text) {
    Matcher matcher = PHONE.matcher(plain(text));
    List<Found> all = new ArrayList<>();
    while (matcher.find()) {
      all.add(found(matcher));
    }
    return all;
  }

  /** The same text with each number as {@code 138****5678}. */
  public static String masked(String text) {
    return replaced(text, found -> mask(found.digits()));
  }

  /** The same text with {@code word} in place of each number. */
  public static String replaced(String text, Function<Found, String> word) {
    StringBuilder kept = new StringBuilder(text.length());
    int from = 0;
    for (Found found : all(text)) {
      kept.append(text, from, found.start()).append(word.apply(found));
      from = found.end();
    }
    return kept.append(text, from, text.length()).toString();
  }

  /** {@code 138****5678}; of a short number the last three remain. */
  public static String mask(String digits) {
    int length = digits.length();
    if (length >= MOBILE_DIGITS) {
      return digits.substring(0, 3) + "****" + digits.substring(length - 4);
    }
    return "****" + digits.substring(Math.max(0, length - 3));
  }

  private static Found found(Matcher match) {
    String area = match.group("area");
    String labelled = match.group("labelled");
    String digits =
        area == null
            ? digits(first(match.group("mobile"), match.group("service"), labelled))
            : "0" + area + digits(match.group("local"));
    String typed = match.group();
    boolean columns = typed.indexOf(' ') >= 0 || typed.indexOf('.') >= 0;
    return new Found(match.start(), match.end(), digits, labelled == null, columns);
  }

  private static String first(String... groups) {
    for (String group : groups) {
      if (group != null) {
        return group;
      }
    }
    return "";
  }

  private static String digits(String typed) {
    return typed.replaceAll("\\D", "");
  }

  /** Half-width and with plain hyphens and blanks, char by char, so that positions stay. */
  private static String plain(String typed) {
    StringBuilder plain = new StringBuilder(typed.length());
    for (int at = 0; at < typed.length(); at++) {
      plain.append(plain(typed.charAt(at)));
    }
    Matcher spoken = SPOKEN.matcher(plain);
    while (spoken.find()) {
      for (int at = spoken.start(); at < spoken.end(); at++) {
        plain.setCharAt(at, digit(plain.charAt(at)));
      }
    }
    return plain.toString();
  }

  private static char digit(char spoken) {
    int place = SPOKEN_DIGITS.indexOf(spoken);
    return place < 0 ? spoken : (char) ('0' + place % 10);
  }

  private static char plain(char typed) {
    if (typed >= '！' && typed <= '～') {
      return (char) (typed - '！' + '!');
    }
    if (typed == '\u2212') {
      return '-';
    }
    return switch (Character.getType(typed)) {
      case Character.DASH_PUNCTUATION -> '-';
      case Character.SPACE_SEPARATOR, Character.FORMAT -> ' ';
      default -> typed == '·' ? '.' : typed;
    };
  }
}

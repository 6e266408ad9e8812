package io.github.xunbang.customer.internal;

import io.github.xunbang.customer.Phone;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the phone number in what was typed: mobiles, landlines with area code, 400 numbers, in any
 * of the usual spellings. House numbers, company names with digits and budgets are none. A number
 * that is nearly a phone is an error, so that no wrong one is stored and none slips into a note.
 */
final class PhoneReader {

  /** Stands where a phone stood; ends the value of a label. */
  static final char PLACE = '\t';

  private static final Pattern MOBILE =
      Pattern.compile(
          "(?<!\\d)(?:(?:\\+|00)?86[-. ]?|0)?"
              + "(1[3-9]\\d(?:[-. ]?\\d{4}[-. ]?\\d{4}|[-. ]\\d{3}[-. ]\\d{5}"
              + "|\\d[-. ]\\d{3}[-. ]\\d{4}))(?!\\d)");
  private static final Pattern LANDLINE =
      Pattern.compile(
          "(?<!\\d)(?:(?:\\+|00)86[- ]?\\(?0?|\\(?0)(10|2\\d|[3-9]\\d{2})\\)?[- ]?"
              + "([2-8]\\d{2,3}[- ]?\\d{4})(?!\\d)");
  private static final Pattern SERVICE =
      Pattern.compile(
          "(?<!\\d)([48]00(?:[- ]?\\d{3}[- ]?\\d{4}|[- ]?\\d{4}[- ]?\\d{3}|\\d-\\d{3}-\\d{3}))(?!\\d)");
  private static final Pattern LOCAL =
      Pattern.compile("(?<![\\d\\p{L}+-])([2-8]\\d{2,3}-?\\d{4})(?![\\d\\p{L}-])");
  private static final Pattern EXTENSION =
      Pattern.compile("(?i)^(?:\\s*(?:转|分机号?|ext\\.?)\\s*|-)(\\d{1,6})(?!\\d)");

  private static final Pattern LABELLED =
      Pattern.compile("(?i)(?:电话|手机|手机号|号码|联系方式|座机|tel|phone)\\s*[:=]?\\s*(\\+?\\d[\\d -]*)");
  private static final Pattern NEARLY =
      Pattern.compile(
          "(?<!\\d)(1[3-9]\\d[-. ]\\d{3,4}[-. ]\\d{1,6}|\\+\\d[\\d-]{5,}|(?:1[3-9]|0)[\\d-]{7,}"
              + "|(?<!\\p{L})\\d{7,}(?!\\p{L}))(?!\\d)");

  /** Numbers behind these words are no phones. */
  private static final Pattern OTHER_NUMBER =
      Pattern.compile("(?i)(?:预算|总价|价格|首付|月供|面积|邮编|qq|微信|wx|单号|编号)\\s*[:=]?\\s*$");

  private final String areaCode;
  private final Set<Phone> phones = new LinkedHashSet<>();
  private String text;
  private String extension = "";

  private PhoneReader(String typed, String areaCode) {
    this.text = plain(typed);
    this.areaCode = areaCode;
  }

  /**
   * What was found.
   *
   * @param phone the only phone, or null
   * @param rest the text in plain characters, {@link #PLACE} where the phone stood
   * @param extension digits after 转 or 分机, or empty
   */
  record Scan(@Nullable Phone phone, String rest, String extension) {}

  /**
   * Reads the phone.
   *
   * @param areaCode of landlines that are typed without one, or empty
   * @throws CustomerProblem when it is too short or too long, lacks the area code, or when there
   *     are two
   */
  static Scan scan(String typed, String areaCode) {
    PhoneReader reader = new PhoneReader(typed, areaCode);
    reader.take(MOBILE, match -> digits(match.group(1)));
    reader.take(LANDLINE, match -> "0" + match.group(1) + digits(match.group(2)));
    reader.take(SERVICE, match -> digits(match.group(1)));
    reader.take(LOCAL, match -> reader.local(digits(match.group(1))));
    reader.refuseNearly(LABELLED);
    reader.refuseNearly(NEARLY);
    if (reader.phones.size() > 1) {
      throw new CustomerProblem("twoPhones");
    }
    Phone phone = reader.phones.isEmpty() ? null : reader.phones.iterator().next();
    return new Scan(phone, reader.text, reader.extension);
  }

  /** Whether there is anything in the text that looks like a phone, right or wrong. */
  static boolean mentions(String typed) {
    String text = plain(typed);
    return Stream.of(MOBILE, LANDLINE, SERVICE, LOCAL, NEARLY)
        .anyMatch(pattern -> pattern.matcher(text).find());
  }

  private void take(Pattern pattern, Function<MatchResult, String> digits) {
    StringBuilder rest = new StringBuilder();
    int from = 0;
    Matcher matcher = pattern.matcher(text);
    while (matcher.find(from)) {
      rest.append(text, from, matcher.start());
      int end = matcher.end();
      if (OTHER_NUMBER.matcher(rest).find()) {
        rest.append(matcher.group());
      } else {
        phones.add(Phone.ofDigits(digits.apply(matcher.toMatchResult())));
        rest.append(PLACE);
        end = skipExtension(end);
      }
      from = end;
    }
    text = rest.append(text.substring(from)).toString();
  }

  private int skipExtension(int end) {
    Matcher matcher = EXTENSION.matcher(text.substring(end));
    if (!matcher.find()) {
      return end;
    }
    extension = matcher.group(1);
    return end + matcher.end();
  }

  private String local(String digits) {
    if (areaCode.isEmpty()) {
      throw new CustomerProblem("noAreaCode");
    }
    return areaCode + digits;
  }

  private void refuseNearly(Pattern pattern) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      if (OTHER_NUMBER.matcher(text.substring(0, matcher.start())).find()) {
        continue;
      }
      int length = digits(matcher.group(1)).length();
      String key = length < 11 ? "phoneShort" : length > 11 ? "phoneLong" : "phoneWrong";
      throw new CustomerProblem(key, Map.of("digits", length));
    }
  }

  private static String digits(String typed) {
    return typed.replaceAll("\\D", "");
  }

  /** Full-width forms become plain ones, every dash a hyphen; line feeds stay. */
  static String plain(String typed) {
    return Normalizer.normalize(typed, Normalizer.Form.NFKC)
        .replaceAll("[\\p{Pd}\\x{2212}]", "-")
        .replaceAll("[\\p{Zs}\\t\\x{200B}\\x{2060}\\x{FEFF}]", " ")
        .replace("\r", "")
        .strip();
  }
}

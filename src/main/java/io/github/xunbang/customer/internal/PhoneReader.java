package io.github.xunbang.customer.internal;

import io.github.xunbang.customer.Phone;
import io.github.xunbang.message.PhoneNumbers;
import io.github.xunbang.message.PhoneNumbers.Found;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the phone number in what was typed: mobiles, landlines with area code, 400 numbers, in any
 * of the usual spellings. House numbers, company names with digits and budgets are none. A number
 * that is nearly a phone is an error, so that no wrong one is stored and none slips into a note.
 */
final class PhoneReader {

  /** Stands where a phone stood; ends the value of a label. */
  static final char PLACE = '\t';

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
    reader.take(complete(reader.text));
    reader.take(locals(reader.text));
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
    return !PhoneNumbers.all(text).isEmpty()
        || LOCAL.matcher(text).find()
        || NEARLY.matcher(text).find();
  }

  private static List<Found> complete(String text) {
    return PhoneNumbers.all(text).stream().filter(Found::complete).toList();
  }

  private static List<Found> locals(String text) {
    return LOCAL
        .matcher(text)
        .results()
        .map(one -> new Found(one.start(), one.end(), digits(one.group(1)), false, false))
        .toList();
  }

  private void take(List<Found> numbers) {
    StringBuilder rest = new StringBuilder();
    int from = 0;
    for (Found number : numbers) {
      rest.append(text, from, number.start());
      from = number.end();
      if (OTHER_NUMBER.matcher(rest).find()) {
        rest.append(text, number.start(), number.end());
      } else {
        String digits = number.complete() ? number.digits() : local(number.digits());
        phones.add(Phone.ofDigits(digits));
        rest.append(PLACE);
        from = skipExtension(from);
      }
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

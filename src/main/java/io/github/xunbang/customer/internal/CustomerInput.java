package io.github.xunbang.customer.internal;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a line after 客户 begins: with a customer's number, or with a figure of a report. */
final class CustomerInput {

  private static final Pattern NUMBERED =
      Pattern.compile("(?is)^(?:(?:改|修改|更正)\\s*[k#]?|[k#])\\s?(\\d{1,6})(?![\\d号栋])[\\s,:]*(.*)$");
  private static final Pattern REMOVED =
      Pattern.compile(
          "(?is)^(?:删除?|作废|无效)(?:\\s*[k#]\\s?(\\d{1,6})(?!\\d)[\\s,:]*(.*)|(?:\\s.*)?)$");
  private static final Pattern EDIT_WITHOUT_NUMBER = Pattern.compile("(?s)^(?:改|修改|更正)(?:\\s.*)?$");
  private static final Pattern FIGURE =
      Pattern.compile(
          "(?s)^(?:信息|数量|数)?\\s*[:=]?\\s*[+-]?(?:\\d{1,5}(?:\\.\\d+)?(?![\\d.-])"
              + "|[一二两三四五六七八九十百]{1,4}(?=个|位|条|家|名|$)|无|没有)"
              + "\\s*(?:个|位|条|家|名)?(?:[\\s,;。、].*)?$");

  private CustomerInput() {}

  /**
   * {@code K12 …}.
   *
   * @param rest what follows the number
   */
  record Numbered(int number, String rest) {}

  static Optional<Numbered> numbered(String input) {
    Matcher matcher = NUMBERED.matcher(PhoneReader.plain(input));
    return matcher.matches()
        ? Optional.of(new Numbered(Integer.parseInt(matcher.group(1)), matcher.group(2).strip()))
        : Optional.empty();
  }

  /** {@code 删 K12 理由}; number 0 when it does not say which. */
  static Optional<Numbered> removed(String input) {
    Matcher matcher = REMOVED.matcher(PhoneReader.plain(input));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String number = matcher.group(1);
    String rest = matcher.group(2) == null ? "" : matcher.group(2).strip();
    return Optional.of(new Numbered(number == null ? 0 : Integer.parseInt(number), rest));
  }

  /** 改 without saying which. */
  static boolean isEditWithoutNumber(String input) {
    return EDIT_WITHOUT_NUMBER.matcher(input).matches();
  }

  /** Whether it counts customers instead of naming one: {@code 5}, {@code ：3个 签单2}. */
  static boolean isFigure(String input) {
    String plain = PhoneReader.plain(input);
    return FIGURE.matcher(plain).matches() && !PhoneReader.mentions(plain);
  }
}

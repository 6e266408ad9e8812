package io.github.xunbang.command;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * Numbers as sales people type them (design section 5): {@code 12}, {@code 35,000元整}, {@code 3w5},
 * {@code 三点五万}, {@code 两万三}. A number that is not exact (三万左右, 十来个, 3-5万) is recognised as vague
 * and never turned into a value. Nothing throws, whatever was typed.
 */
public final class ChineseNumber {

  private static final String FIRST_CHARS = "0123456789¥零〇一二三四五六七八九十两半几数若大约差将接不超至最好近";
  private static final Set<String> ZERO_WORDS =
      Set.of("无", "没有", "没", "挂零", "为零", "零", "暂无", "未有", "空", "〇");

  private ChineseNumber() {}

  /** The exact number that {@code typed} is as a whole, ¥, 元 and % allowed; empty when vague. */
  public static Optional<ParsedNumber> parse(String typed) {
    return parseAny(typed).filter(number -> !number.vague());
  }

  /** Like {@link #parse}, with 无, 没有, 挂零 and the like as zero. */
  public static Optional<BigDecimal> parseOrZeroWord(String typed) {
    if (isZeroWord(TypedText.normalize(TypedText.clean(typed)).strip())) {
      return Optional.of(BigDecimal.ZERO);
    }
    return parse(typed).map(ParsedNumber::value);
  }

  /** The number or vague number that {@code typed} is as a whole, a leading + or - included. */
  public static Optional<ParsedNumber> parseAny(String typed) {
    String text = TypedText.normalize(TypedText.clean(typed)).strip();
    boolean signed = text.length() > 1 && (text.charAt(0) == '-' || text.charAt(0) == '+');
    Optional<ParsedNumber> found = scan(text, signed ? 1 : 0);
    if (found.isEmpty() || found.get().end() != text.length()) {
      return Optional.empty();
    }
    ParsedNumber number = found.get();
    BigDecimal value = signed && text.charAt(0) == '-' ? number.value().negate() : number.value();
    return Optional.of(
        new ParsedNumber(
            value,
            0,
            text.length(),
            number.scaled(),
            number.money(),
            number.percent(),
            number.vague()));
  }

  /** Whether the normalized word means zero after a metric. */
  public static boolean isZeroWord(String word) {
    return ZERO_WORDS.contains(word);
  }

  /**
   * The longest number that begins at {@code at}, exact or vague, its unit (元, %) and vague words
   * included; empty when none begins there.
   *
   * @param text in the form of {@link TypedText#normalize}
   * @param at where to look; out of range finds nothing
   */
  public static Optional<ParsedNumber> scan(String text, int at) {
    return at < 0 || at >= text.length() || FIRST_CHARS.indexOf(text.charAt(at)) < 0
        ? Optional.empty()
        : Optional.ofNullable(new NumberScanner(text, at).scan());
  }

  /** Whether {@code c} can be part of a Chinese numeral. */
  public static boolean isNumeral(char c) {
    return Numerals.isNumeral(c);
  }
}

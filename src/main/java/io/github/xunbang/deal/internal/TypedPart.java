package io.github.xunbang.deal.internal;

import io.github.xunbang.command.ChineseNumber;
import io.github.xunbang.command.ParsedNumber;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A share as typed: {@code 0.3}, {@code 30%}, {@code 3成}, {@code 一半}.
 *
 * @param part above 0, below 1, with at most four decimals
 * @param end position after it
 */
record TypedPart(BigDecimal part, int end) {

  private static final Pattern BEFORE = Pattern.compile("\\s*(?:占比|占|分)?\\s*[:=]?\\s*");
  private static final Pattern HALF = Pattern.compile("一半|半");
  private static final int DECIMALS = 4;

  /**
   * The share that stands at {@code at}, blanks and 占比 before it allowed; empty without a number.
   *
   * @throws SigningProblem for a number that is no share
   */
  static Optional<TypedPart> at(String text, int at) {
    Matcher before = BEFORE.matcher(text).region(at, text.length());
    int start = before.lookingAt() ? before.end() : at;
    boolean said = text.substring(at, start).contains("占");
    Matcher half = HALF.matcher(text).region(start, text.length());
    if (half.lookingAt()) {
      return Optional.of(new TypedPart(new BigDecimal("0.5"), half.end()));
    }
    Optional<ParsedNumber> found = ChineseNumber.scan(text, start);
    if (found.isEmpty() || !said && isSomethingElse(text, found.get())) {
      return Optional.empty();
    }
    return Optional.of(checked(text, found.get()));
  }

  /** A share without 占比 where an amount could stand too: only {@code 0.7} and {@code 70%}. */
  static Optional<TypedPart> fraction(String text, int at) {
    return ChineseNumber.scan(text, at)
        .filter(number -> !number.vague() && !number.unitKnown())
        .filter(number -> number.percent() || number.value().compareTo(BigDecimal.ONE) < 0)
        .map(number -> checked(text, number));
  }

  /** An amount or a date behind a collaborator's name. */
  private static boolean isSomethingElse(String text, ParsedNumber number) {
    char next = number.end() < text.length() ? text.charAt(number.end()) : ' ';
    return number.unitKnown()
        || number.vague()
        || "-/月号日".indexOf(next) >= 0
        || isWord(text.charAt(number.start()), next)
        || !number.percent()
            && next != '成'
            && number.value().compareTo(BigDecimal.valueOf(100)) >= 0;
  }

  /** 一起 is no share. */
  private static boolean isWord(char first, char next) {
    return !Character.isDigit(first) && next != '成' && Character.isLetter(next);
  }

  private static TypedPart checked(String text, ParsedNumber number) {
    boolean tenths = number.end() < text.length() && text.charAt(number.end()) == '成';
    int shift = number.percent() ? 2 : tenths ? 1 : 0;
    BigDecimal part = number.value().movePointLeft(shift).stripTrailingZeros();
    int end = tenths ? number.end() + 1 : number.end();
    if (part.signum() <= 0 || part.compareTo(BigDecimal.ONE) >= 0 || part.scale() > DECIMALS) {
      throw new SigningProblem("badPart", Map.of("typed", text.substring(number.start(), end)));
    }
    return new TypedPart(part, end);
  }
}

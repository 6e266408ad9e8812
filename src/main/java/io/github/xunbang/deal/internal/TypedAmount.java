package io.github.xunbang.deal.internal;

import io.github.xunbang.command.ChineseNumber;
import io.github.xunbang.command.NumberText;
import io.github.xunbang.command.ParsedNumber;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * A deal's amount as typed.
 *
 * @param value 元
 * @param unitKnown whether its size is beyond doubt
 * @param scaled whether 万, 元 or the like was written
 * @param end position after it
 */
record TypedAmount(BigDecimal value, boolean unitKnown, boolean scaled, int end) {

  private static final BigDecimal SMALL = BigDecimal.valueOf(100);
  private static final BigDecimal GREATEST = new BigDecimal("9999999999.99");

  /**
   * The amount that begins at {@code at}; a number that goes on as a word (12栋, 三和) is none.
   *
   * @throws SigningProblem for an amount that no deal has
   */
  static Optional<TypedAmount> at(String text, int at) {
    Optional<ParsedNumber> scanned = ChineseNumber.scan(text, at);
    if (scanned.isEmpty() || scanned.get().percent()) {
      return Optional.empty();
    }
    ParsedNumber number = scanned.get();
    boolean goesOn = number.end() < text.length() && isWord(text.charAt(number.end()));
    if (goesOn && !number.unitKnown()) {
      return Optional.empty();
    }
    if (number.vague()) {
      return vague(text, number);
    }
    BigDecimal value = number.value();
    if (value.signum() <= 0) {
      throw new SigningProblem("amountSign");
    }
    if (value.stripTrailingZeros().scale() > 2) {
      throw new SigningProblem("cents", Map.of("amount", NumberText.plain(value)));
    }
    if (value.compareTo(GREATEST) > 0) {
      throw new SigningProblem("tooBig");
    }
    boolean known = number.unitKnown() || value.compareTo(SMALL) >= 0;
    return Optional.of(new TypedAmount(value, known, number.unitKnown(), number.end()));
  }

  private static Optional<TypedAmount> vague(String text, ParsedNumber number) {
    String typed = text.substring(number.start(), number.end());
    if (typed.chars().noneMatch(c -> c >= '0' && c <= '9' || "万千百亿wk元块".indexOf(c) >= 0)) {
      return Optional.empty();
    }
    throw new SigningProblem("vague", Map.of("typed", typed));
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) && "元块整".indexOf(c) < 0;
  }
}

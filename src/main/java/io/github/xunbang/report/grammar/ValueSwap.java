package io.github.xunbang.report.grammar;

import io.github.xunbang.command.ChineseNumber;
import io.github.xunbang.command.ParsedNumber;
import io.github.xunbang.command.TypedText;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A correction that names no metric: {@code 不是12是15}. It is meant for the one figure of the day
 * with the wrong value.
 *
 * @param wrong the value as it was stored
 * @param right the value it should have
 * @param typed the right number as it was typed
 */
public record ValueSwap(BigDecimal wrong, BigDecimal right, String typed) {

  private static final int LONGEST = 40;
  private static final String OPENING = "(?:不对|错了|写错了|报错了|更正|改)?[，,。.! ]*";
  private static final String END = "[。.!了啊 ]*";
  private static final Pattern WRONG_FIRST =
      Pattern.compile(OPENING + "不是([^是，, ]+)[，, ]*(?:而?是|应该是|应为)([^是，, ]+?)" + END);
  private static final Pattern RIGHT_FIRST =
      Pattern.compile(OPENING + "(?:应该是|是)([^是，, ]+?)[，, ]*(?:而)?不是([^是，, ]+?)" + END);

  /** The swap that a whole message is, if it is one. */
  public static Optional<ValueSwap> of(String text) {
    String typed = TypedText.normalize(TypedText.clean(text)).strip();
    if (typed.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher wrongFirst = WRONG_FIRST.matcher(typed);
    if (wrongFirst.matches()) {
      return of(wrongFirst.group(1), wrongFirst.group(2));
    }
    Matcher rightFirst = RIGHT_FIRST.matcher(typed);
    return rightFirst.matches() ? of(rightFirst.group(2), rightFirst.group(1)) : Optional.empty();
  }

  private static Optional<ValueSwap> of(String wrong, String right) {
    Optional<ParsedNumber> from = ChineseNumber.parse(withoutMeasure(wrong));
    Optional<ParsedNumber> to = ChineseNumber.parse(withoutMeasure(right));
    return from.isPresent() && to.isPresent()
        ? Optional.of(new ValueSwap(from.get().value(), to.get().value(), withoutMeasure(right)))
        : Optional.empty();
  }

  private static String withoutMeasure(String number) {
    return number.replaceFirst("[个单家位]$", "");
  }
}

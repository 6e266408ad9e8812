package io.github.xunbang.command;

import java.math.BigDecimal;

/**
 * A number as it stands in a text.
 *
 * @param value exact value, in 元 for money, the number before the sign for a percentage; zero when
 *     vague
 * @param start position of its first char
 * @param end position after its last char
 * @param scaled whether 百 千 万 亿 w k was written, so that its size is beyond doubt
 * @param money whether ¥, 元 or 块 was written
 * @param percent whether % was written
 * @param vague whether it is no exact number (左右, 十来个, 3-5万) and must be asked for
 */
public record ParsedNumber(
    BigDecimal value,
    int start,
    int end,
    boolean scaled,
    boolean money,
    boolean percent,
    boolean vague) {

  /** Whether an amount of this size needs no question about 万 or 元. */
  public boolean unitKnown() {
    return scaled || money;
  }

  ParsedNumber asVague(int newEnd) {
    return new ParsedNumber(value, start, newEnd, scaled, money, percent, true);
  }
}

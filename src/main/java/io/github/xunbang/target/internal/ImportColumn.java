package io.github.xunbang.target.internal;

import io.github.xunbang.command.ChineseNumber;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.command.ParsedNumber;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.metric.Metric;
import java.math.BigDecimal;

/**
 * A column of numbers in a pasted table of targets.
 *
 * @param stretch whether it holds 奋斗 targets
 * @param scale what a cell is multiplied by: 10000 under 业绩(万元)
 */
record ImportColumn(Metric metric, boolean stretch, BigDecimal scale) {

  /**
   * The number in a cell, scaled unless it names its own unit.
   *
   * @throws CommandRejectedException when it is no exact number
   */
  ParsedNumber number(String cell) {
    ParsedNumber number =
        ChineseNumber.parse(cell)
            .orElseThrow(
                () ->
                    new CommandRejectedException(
                        "“" + UntrustedText.oneLine(cell, 12) + "”不是准确的数字"));
    if (scale.compareTo(BigDecimal.ONE) == 0) {
      return number;
    }
    BigDecimal value = number.unitKnown() ? number.value() : number.value().multiply(scale);
    return new ParsedNumber(
        value, number.start(), number.end(), true, true, number.percent(), false);
  }
}

package io.github.xunbang.report.grammar;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The unit in a form's label: {@code 业绩(万)：3.5}.
 *
 * @param factor what the number is multiplied by
 */
record UnitWord(BigDecimal factor) {

  /** The unit that the text in the brackets is, or null. */
  static @Nullable UnitWord of(String inside, Lexicon lexicon) {
    return switch (inside) {
      case "万", "万元", "w", "单位:万", "单位:万元" -> new UnitWord(BigDecimal.valueOf(10_000));
      case "千", "千元", "k" -> new UnitWord(BigDecimal.valueOf(1_000));
      case "百", "百元" -> new UnitWord(BigDecimal.valueOf(100));
      case "元", "块", "%", "单位:元" -> new UnitWord(BigDecimal.ONE);
      default -> {
        String unit = lexicon.unitAt(inside, 0);
        yield unit != null && unit.length() == inside.length()
            ? new UnitWord(BigDecimal.ONE)
            : null;
      }
    };
  }
}

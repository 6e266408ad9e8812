package io.github.xunbang.incentive.engine;

import io.github.xunbang.incentive.rule.Rule;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one rule proposes for one subject in one period.
 *
 * @param ruleId which rule
 * @param subjectId member, or a unit whose award is not shared
 * @param sense the rule's sense
 * @param currency what the amount is in
 * @param amount above 0, two decimals at most; null for words and for what a person must decide
 * @param words 待改进, 建议面谈 …; empty for plain money
 * @param working the steps with the numbers put in, short Chinese lines, never empty
 * @param open why a person must decide the amount (a tie, 9.5 pieces beside a band, discretion), or
 *     null when nothing is open
 */
public record Line(
    String ruleId,
    String subjectId,
    Rule.Sense sense,
    Rule.Currency currency,
    @Nullable BigDecimal amount,
    String words,
    List<String> working,
    @Nullable String open) {

  public Line {
    working = List.copyOf(working);
  }
}

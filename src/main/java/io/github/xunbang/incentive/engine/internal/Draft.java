package io.github.xunbang.incentive.engine.internal;

import io.github.xunbang.incentive.engine.Candidate;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody would get, before factor, limit and rounding.
 *
 * @param amount exact; null for words and for what a person must decide
 * @param words 待改进 …, or empty
 * @param how the steps so far
 * @param open why a person must decide, or null
 * @param pool what is left for people to share out, counted once per group; else 0
 */
record Draft(
    Candidate who,
    @Nullable Fraction amount,
    String words,
    List<String> how,
    @Nullable String open,
    BigDecimal pool) {

  static Draft amount(Candidate who, Fraction amount, List<String> how) {
    return new Draft(who, amount, "", how, null, BigDecimal.ZERO);
  }

  static Draft words(Candidate who, String words, List<String> how) {
    return new Draft(who, null, words, how, null, BigDecimal.ZERO);
  }

  static Draft open(Candidate who, String words, List<String> how, String why, BigDecimal pool) {
    return new Draft(who, null, words, how, why, pool);
  }
}

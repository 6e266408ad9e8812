package io.github.xunbang.incentive.engine;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.rule.Scheme;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Settles rules against facts (design section 8). Pure: no clock, no storage, no randomness. */
public interface Engine {

  /**
   * The outcome of these rules of one scheme, all of the period's kind, for one period.
   *
   * @param cap the scheme's budget when it is counted per this kind of period, else null; when the
   *     rewards in 元 would exceed it, no reward carries an amount: each is open for a decision with
   *     the share that would fit, and a finding gives the sum
   */
  Outcome settle(List<Rule> rules, Period period, Scheme.@Nullable Cap cap, Facts facts);
}

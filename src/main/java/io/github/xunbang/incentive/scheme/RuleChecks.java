package io.github.xunbang.incentive.scheme;

import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.rule.Scheme;
import io.github.xunbang.organization.Organization;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks for rules that cannot work, or not as meant, before they start. */
public interface RuleChecks {

  /**
   * Something about a rule or the scheme.
   *
   * @param refuses whether the rules may not start like this; otherwise a warning
   * @param text one Chinese line with what to type instead
   */
  record Problem(boolean refuses, String text) {}

  /**
   * No amount, bands that overlap, tiers with a hole, places of best and last that meet, an
   * audience of nobody, percent of something that is no amount, a maximum above the cap (with the
   * sum).
   */
  List<Problem> problems(
      List<Rule> rules, Scheme.@Nullable Cap cap, Organization organization, LocalDate today);

  /**
   * The most that these rules can pay in rewards in 元 per period of the cap's kind with the people
   * of {@code today}; empty when there is no upper end.
   */
  Optional<BigDecimal> maximum(
      List<Rule> rules, Scheme.Cap cap, Organization organization, LocalDate today);
}

package io.github.xunbang.incentive.rule;

import io.github.xunbang.calendar.PeriodType;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One written rule of a team as data (design section 8). Immutable; a changed rule is a new version
 * of its scheme.
 *
 * @param id what people type, unique in the organization and never used again: {@code R3}
 * @param title a few Chinese words: {@code 少签单}
 * @param sense reward, deduction or notice
 * @param currency what amounts are in
 * @param period the kind of period it is settled for; never DAY
 * @param campaign the campaign's name for CAMPAIGN, else null
 * @param audience whom it concerns
 * @param conditions all must hold; none means everybody in the audience
 * @param selection who of those gets something
 * @param payout how much, or which words
 * @param factor what the amount is multiplied with, or null
 * @param sharing how a unit's award is shared among its members, or null; only for units
 * @param guard limits and follow-ups
 */
public record Rule(
    String id,
    String title,
    Sense sense,
    Currency currency,
    PeriodType period,
    @Nullable String campaign,
    Audience audience,
    List<Condition> conditions,
    Selection selection,
    Payout payout,
    @Nullable Factor factor,
    @Nullable Sharing sharing,
    Guard guard) {

  /** Which way an award goes. */
  public enum Sense {
    REWARD,
    DEDUCTION,
    /** Words only: 建议面谈, 提前转正建议. */
    NOTICE
  }

  /** What an amount is in. */
  public enum Currency {
    YUAN,
    POINTS
  }

  public Rule {
    conditions = List.copyOf(conditions);
  }

  /** What its conditions, its selection and its payout look at. */
  public List<Measure> measures() {
    return Stream.of(
            conditions.stream().map(Condition::measure),
            selection.measure().stream(),
            payout.measure().stream())
        .flatMap(measures -> measures)
        .toList();
  }

  /** The same rule under another id. */
  public Rule withId(String newId) {
    return new Rule(
        newId,
        title,
        sense,
        currency,
        period,
        campaign,
        audience,
        conditions,
        selection,
        payout,
        factor,
        sharing,
        guard);
  }

  /** The same rule for another campaign. */
  public Rule withCampaign(@Nullable String other) {
    return new Rule(
        id,
        title,
        sense,
        currency,
        period,
        other,
        audience,
        conditions,
        selection,
        payout,
        factor,
        sharing,
        guard);
  }

  /** The same rule with another payout. */
  public Rule withPayout(Payout other) {
    return new Rule(
        id,
        title,
        sense,
        currency,
        period,
        campaign,
        audience,
        conditions,
        selection,
        other,
        factor,
        sharing,
        guard);
  }
}

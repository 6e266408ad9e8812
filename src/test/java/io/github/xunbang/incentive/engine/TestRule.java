package io.github.xunbang.incentive.engine;

import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.incentive.rule.Audience;
import io.github.xunbang.incentive.rule.Condition;
import io.github.xunbang.incentive.rule.Factor;
import io.github.xunbang.incentive.rule.Guard;
import io.github.xunbang.incentive.rule.Measure;
import io.github.xunbang.incentive.rule.Payout;
import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.rule.Selection;
import io.github.xunbang.incentive.rule.Sharing;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes rules for tests: a monthly rule in 元 for everybody unless told otherwise. */
public final class TestRule {

  private final String id;
  private final Rule.Sense sense;
  private final Payout payout;
  private final List<Condition> conditions = new ArrayList<>();
  private Rule.Currency currency = Rule.Currency.YUAN;
  private PeriodType period = PeriodType.MONTH;
  private Audience audience = Audience.EVERYBODY;
  private Selection selection = new Selection.Everyone();
  private @Nullable Factor factor;
  private @Nullable Sharing sharing;
  private Guard guard = Guard.NONE;

  private TestRule(String id, Rule.Sense sense, Payout payout) {
    this.id = id;
    this.sense = sense;
    this.payout = payout;
  }

  public static TestRule reward(String id, Payout payout) {
    return new TestRule(id, Rule.Sense.REWARD, payout);
  }

  public static TestRule deduction(String id, Payout payout) {
    return new TestRule(id, Rule.Sense.DEDUCTION, payout);
  }

  public static TestRule notice(String id, String words) {
    return new TestRule(id, Rule.Sense.NOTICE, new Payout.Words(words));
  }

  public static Measure value(String metricId) {
    return new Measure.Value(metricId);
  }

  public static BigDecimal number(String text) {
    return new BigDecimal(text);
  }

  public static Payout fixed(String amount) {
    return new Payout.Fixed(number(amount));
  }

  /** Places 1, 2, 3 … with these amounts. */
  public static Payout.Tiers tiers(String... amounts) {
    List<Payout.Tier> tiers = new ArrayList<>();
    for (String amount : amounts) {
      tiers.add(new Payout.Tier(tiers.size() + 1, tiers.size() + 1, number(amount)));
    }
    return new Payout.Tiers(tiers);
  }

  public TestRule when(Condition condition) {
    conditions.add(condition);
    return this;
  }

  public TestRule points() {
    currency = Rule.Currency.POINTS;
    return this;
  }

  public TestRule every(PeriodType type) {
    period = type;
    return this;
  }

  public TestRule of(Audience who) {
    audience = who;
    return this;
  }

  public TestRule best(String metricId, int places) {
    return select(new Selection.Best(value(metricId), places));
  }

  public TestRule last(String metricId, int places) {
    return select(new Selection.Last(value(metricId), places));
  }

  public TestRule select(Selection other) {
    selection = other;
    return this;
  }

  public TestRule times(Factor other) {
    factor = other;
    return this;
  }

  public TestRule shared(Sharing other) {
    sharing = other;
    return this;
  }

  public TestRule guarded(Guard other) {
    guard = other;
    return this;
  }

  /** The rule; its title is its id with 条 behind. */
  public Rule rule() {
    return new Rule(
        id,
        id + "条",
        sense,
        currency,
        period,
        null,
        audience,
        conditions,
        selection,
        payout,
        factor,
        sharing,
        guard);
  }
}

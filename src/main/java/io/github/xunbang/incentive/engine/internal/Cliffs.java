package io.github.xunbang.incentive.engine.internal;

import io.github.xunbang.incentive.engine.Candidate;
import io.github.xunbang.incentive.engine.Outcome;
import io.github.xunbang.incentive.rule.Condition;
import io.github.xunbang.incentive.rule.Limit;
import io.github.xunbang.incentive.rule.Measure;
import io.github.xunbang.incentive.rule.Payout;
import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.rule.Selection;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Shows both sides of a band's low end to the manager: with 10 deals the deduction is greatest,
 * with 9 there is none, but the commission is gone as well (S-101). Nothing is settled differently.
 */
final class Cliffs {

  private final Scene scene;
  private final List<Rule> rules;
  private final Conditions conditions;

  Cliffs(Scene scene, List<Rule> rules) {
    this.scene = scene;
    this.rules = rules;
    conditions = new Conditions(scene);
  }

  /** For everybody who stands exactly at the low end of a band, or one piece below. */
  List<Outcome.Finding> of(Rule rule) {
    List<Outcome.Finding> findings = new ArrayList<>();
    if (rule.selection() instanceof Selection.Everyone) {
      rule.conditions().stream()
          .filter(conditions::isBandOfPieces)
          .filter(band -> band.of() == Condition.Of.SELF && band.minInclusive())
          .forEach(band -> findings.addAll(of(rule, band)));
    }
    return findings;
  }

  private List<Outcome.Finding> of(Rule rule, Condition band) {
    if (!(band.min() instanceof Limit.Number low)
        || !(band.measure() instanceof Measure.Value value)) {
      return List.of();
    }
    List<Condition> others = rule.conditions().stream().filter(one -> one != band).toList();
    return scene.roster().of(rule.audience()).stream()
        .filter(who -> isAtEdge(who, value, low.value()))
        .filter(who -> conditions.of(who, others) == Conditions.Verdict.HOLDS)
        .flatMap(who -> finding(rule, band, who, value, low.value()).stream())
        .toList();
  }

  private boolean isAtEdge(Candidate who, Measure.Value of, BigDecimal low) {
    return scene
        .measure(who, of)
        .filter(
            value ->
                value.compareTo(low) == 0 || value.compareTo(low.subtract(BigDecimal.ONE)) == 0)
        .isPresent();
  }

  private Optional<Outcome.Finding> finding(
      Rule rule, Condition band, Candidate who, Measure.Value of, BigDecimal low) {
    return effect(scene.assuming(Subject.of(who), of.metricId(), low), rule, who)
        .map(effect -> sides(rule, who, of, low, effect))
        .map(sides -> new Outcome.Finding(rule.id(), where(rule, band, who) + sides));
  }

  /** {@code 少签单：张敏10单，在10到19单的边上。} */
  private String where(Rule rule, Condition band, Candidate who) {
    return rule.title()
        + "："
        + who.name()
        + scene
            .measure(who, band.measure())
            .map(value -> Numbers.measured(value, band.measure(), scene.measures()))
            .orElse("")
        + "，在"
        + new ConditionText(scene).limits(Subject.of(who), band, scene.period())
        + "的边上。";
  }

  /** {@code 10单时绩效扣减建议700元；9单时没有本条，但也没有“提成”}. */
  private String sides(Rule rule, Candidate who, Measure.Value of, BigDecimal low, String effect) {
    String unit = scene.measures().metric(of.metricId()).unit();
    String titles =
        rules.stream()
            .filter(other -> !other.id().equals(rule.id()))
            .filter(other -> beginsAt(other, of, low))
            .filter(other -> scene.roster().isIn(other.audience(), who))
            .map(other -> "“" + other.title() + "”")
            .collect(Collectors.joining("、"));
    return Numbers.of(low)
        + unit
        + "时"
        + effect
        + "；"
        + Numbers.of(low.subtract(BigDecimal.ONE))
        + unit
        + "时没有本条"
        + (titles.isEmpty() ? "" : "，但也没有" + titles);
  }

  private static boolean beginsAt(Rule other, Measure.Value of, BigDecimal low) {
    return other.conditions().stream()
        .anyMatch(
            one ->
                one.measure().equals(of)
                    && one.max() == null
                    && one.min() instanceof Limit.Number number
                    && one.minInclusive()
                    && number.value().compareTo(low) == 0);
  }

  private static Optional<String> effect(Scene scene, Rule rule, Candidate who) {
    if (rule.payout() instanceof Payout.Words words) {
      return Optional.of("“" + words.words() + "”");
    }
    if (rule.payout() instanceof Payout.Discretion) {
      return Optional.of("由负责人定");
    }
    String kind = rule.sense() == Rule.Sense.DEDUCTION ? "绩效扣减建议" : "拟奖励";
    return new Payouts(scene, rule)
        .single(who)
        .flatMap(
            draft ->
                draft.amount() == null
                    ? Optional.empty()
                    : new Finish(scene, rule).amount(who, draft.amount()))
        .map(amount -> kind + Numbers.money(amount, rule.currency()));
  }
}

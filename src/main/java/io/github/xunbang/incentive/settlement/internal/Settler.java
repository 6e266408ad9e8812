package io.github.xunbang.incentive.settlement.internal;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.incentive.engine.Engine;
import io.github.xunbang.incentive.engine.Facts;
import io.github.xunbang.incentive.engine.Line;
import io.github.xunbang.incentive.engine.Outcome;
import io.github.xunbang.incentive.facts.FactsReader;
import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.rule.Scheme;
import io.github.xunbang.incentive.scheme.Schemes;
import io.github.xunbang.organization.Campaign;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Settles periods: once, and again for the differences when figures were corrected. */
@Component
class Settler {

  private static final int TRIES = 5;

  private final Schemes schemes;
  private final FactsReader facts;
  private final Engine engine;
  private final SettlementStore store;

  Settler(Schemes schemes, FactsReader facts, Engine engine, SettlementStore store) {
    this.schemes = schemes;
    this.facts = facts;
    this.engine = engine;
    this.store = store;
  }

  /** A scheme with the rules that apply to the period. */
  record Plan(Scheme scheme, Settlement.Applied applied, List<Rule> rules) {}

  /** Lines and remarks of all schemes. */
  private record Result(List<Proposal> lines, List<Outcome.Finding> findings) {}

  /** The settlement of a period that is over; empty when no rule was in force for it. */
  Optional<Settled> settle(Organization organization, Period period) {
    SettlementKey key = new SettlementKey(organization.id(), period, 0);
    Optional<Settlement> standing = store.find(key);
    List<Plan> plans = standing.isPresent() ? List.of() : plans(organization, period);
    if (plans.isEmpty()) {
      return standing.map(one -> new Settled(one, null));
    }
    Result result = result(organization, period, plans);
    return store
        .settle(
            key,
            plans.stream().map(Plan::applied).toList(),
            result.lines(),
            result.findings(),
            id -> name(organization, id))
        .or(() -> store.find(key).map(one -> new Settled(one, null)));
  }

  /**
   * Proposes what has changed since, by the rule versions of then; empty when nothing has, or the
   * period was never settled.
   */
  Optional<Settled> settleDifferences(Organization organization, Period period) {
    SettlementKey first = new SettlementKey(organization.id(), period, 0);
    for (int tries = 0; tries < TRIES; tries++) {
      List<Settlement> all = store.all(first);
      if (all.isEmpty()) {
        return Optional.empty();
      }
      List<Settlement.Applied> applied = all.get(0).schemes();
      List<Plan> plans = plansOfThen(organization, period, applied);
      if (plans.size() < applied.size()) {
        // The campaign was taken back: nobody earned less by that.
        return Optional.empty();
      }
      Result now = result(organization, period, plans);
      List<Proposal> changes = new Differences(store.lines(all)).to(now.lines());
      if (changes.isEmpty()) {
        return Optional.empty();
      }
      SettlementKey key = all.get(all.size() - 1).key().next();
      Optional<Settled> mine =
          store.settle(key, applied, changes, List.of(), id -> name(organization, id));
      if (mine.isPresent()) {
        return mine;
      }
      // Somebody faster settled older figures: look once more.
    }
    return Optional.empty();
  }

  /** Whether a rule is in force for the period. */
  boolean hasRules(Organization organization, Period period) {
    return !plans(organization, period).isEmpty();
  }

  /** The longest run of periods that a rule of the period looks at. */
  int reach(Organization organization, Period period) {
    return plans(organization, period).stream()
        .flatMap(plan -> plan.rules().stream())
        .flatMap(rule -> rule.conditions().stream())
        .mapToInt(condition -> condition.consecutive())
        .max()
        .orElse(1);
  }

  private List<Plan> plans(Organization organization, Period period) {
    List<Plan> plans = new ArrayList<>();
    for (Scheme scheme : schemes.all(organization.id())) {
      scheme
          .versionFor(period)
          .flatMap(version -> plan(organization, scheme, version, period))
          .ifPresent(plans::add);
    }
    return plans;
  }

  private List<Plan> plansOfThen(
      Organization organization, Period period, List<Settlement.Applied> applied) {
    List<Plan> plans = new ArrayList<>();
    for (Settlement.Applied one : applied) {
      schemes
          .find(organization.id(), one.schemeId())
          .flatMap(
              scheme ->
                  scheme.versions().stream()
                      .filter(version -> version.number() == one.version())
                      .findFirst()
                      .flatMap(version -> plan(organization, scheme, version, period)))
          .ifPresent(plans::add);
    }
    return plans;
  }

  private static Optional<Plan> plan(
      Organization organization, Scheme scheme, Scheme.Version version, Period period) {
    List<Rule> rules =
        version.rules().stream()
            .filter(rule -> rule.period() == period.type())
            .filter(rule -> appliesTo(organization, rule, period))
            .toList();
    return rules.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Plan(scheme, new Settlement.Applied(scheme.id(), version.number()), rules));
  }

  private static boolean appliesTo(Organization organization, Rule rule, Period period) {
    String campaign = rule.campaign();
    return period.type() != PeriodType.CAMPAIGN
        || campaign != null
            && organization
                .campaign(campaign)
                .map(Campaign::period)
                .filter(period::equals)
                .isPresent();
  }

  private Result result(Organization organization, Period period, List<Plan> plans) {
    List<Rule> rules = plans.stream().flatMap(plan -> plan.rules().stream()).toList();
    Facts known = facts.read(organization, rules, period);
    List<Proposal> lines = new ArrayList<>();
    List<Outcome.Finding> findings = new ArrayList<>();
    for (Plan plan : plans) {
      Scheme.Cap cap = plan.scheme().cap();
      Outcome outcome =
          engine.settle(
              plan.rules(),
              period,
              cap != null && cap.period() == period.type() ? cap : null,
              known);
      Map<List<String>, Integer> turns = new HashMap<>();
      for (Line line : outcome.lines()) {
        int turn = turns.merge(List.of(line.ruleId(), line.subjectId()), 1, Integer::sum) - 1;
        lines.add(Proposal.of(plan.applied(), line, turn));
      }
      outcome.findings().stream().filter(one -> !one.standing()).forEach(findings::add);
    }
    return new Result(lines, findings);
  }

  private static String name(Organization organization, String subjectId) {
    return organization
        .member(subjectId)
        .map(Member::name)
        .or(() -> organization.units().unit(subjectId).map(Unit::name))
        .orElse("");
  }
}

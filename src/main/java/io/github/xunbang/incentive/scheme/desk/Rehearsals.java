package io.github.xunbang.incentive.scheme.desk;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodCalendar;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.incentive.engine.Engine;
import io.github.xunbang.incentive.engine.Line;
import io.github.xunbang.incentive.engine.Outcome;
import io.github.xunbang.incentive.engine.Outcome.Finding;
import io.github.xunbang.incentive.facts.FactsReader;
import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.rule.Scheme;
import io.github.xunbang.organization.Organization;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Settles rules for periods that were, or that run, and stores nothing (design section 8). */
@Component
class Rehearsals {

  private final Engine engine;
  private final FactsReader reader;

  Rehearsals(Engine engine, FactsReader reader) {
    this.engine = engine;
    this.reader = reader;
  }

  /**
   * What came out.
   *
   * @param rules those that were tried
   * @param periods each period with its outcome, in order
   * @param untried rules without a period of their kind in the time asked for
   */
  record Rehearsed(List<Rule> rules, Map<Period, Outcome> periods, List<Rule> untried) {

    List<Line> lines() {
      return periods.values().stream().flatMap(outcome -> outcome.lines().stream()).toList();
    }

    List<Line> lines(Rule rule) {
      return lines().stream().filter(line -> line.ruleId().equals(rule.id())).toList();
    }

    List<Finding> findings() {
      return periods.values().stream()
          .flatMap(outcome -> outcome.findings().stream())
          .distinct()
          .toList();
    }
  }

  /** Tries the rules for every period of their kinds that ends within {@code time}. */
  Rehearsed within(
      Organization organization, List<Rule> rules, Scheme.@Nullable Cap cap, Period time) {
    Map<Period, List<Rule>> byPeriod = new LinkedHashMap<>();
    List<Rule> untried = new ArrayList<>();
    for (Rule rule : rules) {
      List<Period> periods = periods(organization, rule, time);
      if (periods.isEmpty()) {
        untried.add(rule);
      }
      periods.forEach(
          period -> byPeriod.computeIfAbsent(period, none -> new ArrayList<>()).add(rule));
    }
    return rehearsed(organization, rules, cap, byPeriod, untried);
  }

  /** Tries each rule for the last whole period of its kind; a campaign as far as it went. */
  Rehearsed last(
      Organization organization,
      List<Rule> rules,
      Scheme.@Nullable Cap cap,
      java.time.LocalDate today) {
    PeriodCalendar calendar = organization.periods();
    Map<Period, List<Rule>> byPeriod = new LinkedHashMap<>();
    List<Rule> untried = new ArrayList<>();
    for (Rule rule : rules) {
      List<Period> periods =
          rule.period() == PeriodType.CAMPAIGN
              ? StartDay.campaign(organization, rule).stream()
                  .filter(period -> !period.start().isAfter(today))
                  .toList()
              : List.of(calendar.previous(calendar.containing(rule.period(), today)));
      if (periods.isEmpty()) {
        untried.add(rule);
      }
      periods.forEach(
          period -> byPeriod.computeIfAbsent(period, none -> new ArrayList<>()).add(rule));
    }
    return rehearsed(organization, rules, cap, byPeriod, untried);
  }

  private Rehearsed rehearsed(
      Organization organization,
      List<Rule> rules,
      Scheme.@Nullable Cap cap,
      Map<Period, List<Rule>> byPeriod,
      List<Rule> untried) {
    Map<Period, Outcome> outcomes = new LinkedHashMap<>();
    byPeriod.forEach(
        (period, its) ->
            outcomes.put(
                period,
                engine.settle(
                    its,
                    period,
                    cap != null && cap.period() == period.type() ? cap : null,
                    reader.read(organization, its, period))));
    return new Rehearsed(rules, outcomes, untried);
  }

  private static List<Period> periods(Organization organization, Rule rule, Period time) {
    if (rule.period() == PeriodType.CAMPAIGN) {
      return StartDay.campaign(organization, rule).stream()
          .filter(period -> !period.start().isAfter(time.end()))
          .filter(period -> !period.end().isBefore(time.start()))
          .toList();
    }
    PeriodCalendar calendar = organization.periods();
    return Stream.iterate(
            calendar.containing(rule.period(), time.start()),
            period -> !period.end().isAfter(time.end()),
            calendar::next)
        .toList();
  }
}

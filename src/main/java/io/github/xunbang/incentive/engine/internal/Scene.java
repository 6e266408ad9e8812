package io.github.xunbang.incentive.engine.internal;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.incentive.engine.Candidate;
import io.github.xunbang.incentive.engine.Facts;
import io.github.xunbang.incentive.rule.Measure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What all parts of one settlement look at. */
final class Scene {

  private final Facts facts;
  private final Roster roster;
  private final Measures measures;

  /** This period, then the ones before as far as somebody asked. */
  private final List<Period> periods;

  Scene(Facts facts, Period period) {
    this(facts, new Roster(facts, period), new Measures(facts), new ArrayList<>(List.of(period)));
  }

  private Scene(Facts facts, Roster roster, Measures measures, List<Period> periods) {
    this.facts = facts;
    this.roster = roster;
    this.measures = measures;
    this.periods = periods;
  }

  /** The same scene, had this subject reached another value in this period. */
  Scene assuming(Subject who, String metricId, BigDecimal value) {
    return new Scene(
        facts,
        roster,
        measures.assuming(new Measures.Assumption(who, metricId, period(), value)),
        periods);
  }

  Facts facts() {
    return facts;
  }

  Period period() {
    return periods.get(0);
  }

  /** The period of the same kind this many before; 0 is the one settled. */
  Period period(int back) {
    while (periods.size() <= back) {
      periods.add(facts.previous(periods.get(periods.size() - 1)));
    }
    return periods.get(back);
  }

  Roster roster() {
    return roster;
  }

  Measures measures() {
    return measures;
  }

  /** The measure's value in the period settled. */
  Optional<Fraction> measure(Candidate who, Measure measure) {
    return measures.of(Subject.of(who), measure, period());
  }

  /** How that value came about. */
  List<String> explain(Candidate who, Measure measure) {
    return new MeasureText(measures).lines(Subject.of(who), measure, period());
  }
}

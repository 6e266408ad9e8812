package io.github.xunbang.incentive.engine.internal;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.incentive.engine.Facts;
import io.github.xunbang.incentive.rule.GoalLine;
import io.github.xunbang.incentive.rule.Measure;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Works out measures, exactly. */
final class Measures {

  private final Facts facts;
  private final @Nullable Assumption assumed;

  Measures(Facts facts) {
    this(facts, null);
  }

  private Measures(Facts facts, @Nullable Assumption assumed) {
    this.facts = facts;
    this.assumed = assumed;
  }

  /** A value that is taken instead of the real one, to show the other side of a cliff (S-101). */
  record Assumption(Subject subject, String metricId, Period period, BigDecimal value) {}

  Measures assuming(Assumption other) {
    return new Measures(facts, other);
  }

  Facts.MetricFacts metric(String metricId) {
    return facts.metric(metricId);
  }

  /** The measure's value, empty when it has none. */
  Optional<Fraction> of(Subject who, Measure measure, Period period) {
    if (measure instanceof Measure.Value value) {
      return value(who, value.metricId(), period).map(Fraction::of);
    }
    if (measure instanceof Measure.Attainment attainment) {
      return attainment(who, attainment, period);
    }
    if (measure instanceof Measure.Shortfall shortfall) {
      return shortfall(who, shortfall.metricId(), period);
    }
    if (measure instanceof Measure.Weighted weighted) {
      return weighted(who, weighted, period);
    }
    return who.isUnit() ? Optional.empty() : personal(who.id(), measure, period);
  }

  /** What only people have. */
  private Optional<Fraction> personal(String id, Measure measure, Period period) {
    if (measure instanceof Measure.ShareOfUnits share) {
      return share(id, share.metricId(), period);
    }
    if (measure instanceof Measure.MissingReports) {
      return Optional.of(Fraction.of(facts.missingReports(id, period)));
    }
    if (measure instanceof Measure.LateReports) {
      return Optional.of(Fraction.of(facts.lateReports(id, period)));
    }
    if (measure instanceof Measure.Votes) {
      return Optional.of(Fraction.of(facts.votes(id, period)));
    }
    if (measure instanceof Measure.Score score) {
      return facts.score(id, score.sheet(), period).map(Fraction::of);
    }
    throw new IllegalStateException("Unknown measure: " + measure);
  }

  /**
   * The metric's value; one that adds up is 0 when nothing was reported, but not where less is
   * better: who reported nothing must not come first.
   */
  Optional<BigDecimal> value(Subject who, String metricId, Period period) {
    if (assumed != null
        && assumed.subject().equals(who)
        && assumed.metricId().equals(metricId)
        && assumed.period().equals(period)) {
      return Optional.of(assumed.value());
    }
    Optional<BigDecimal> value = facts.value(who.id(), metricId, period);
    Facts.MetricFacts metric = metric(metricId);
    return value.isEmpty() && metric.addsUp() && !metric.lessIsBetter()
        ? Optional.of(BigDecimal.ZERO)
        : value;
  }

  /** A target line; always above 0. */
  Optional<BigDecimal> goal(Subject who, String metricId, GoalLine line, Period period) {
    return facts
        .goals(who.id(), metricId, period)
        .map(goals -> line == GoalLine.BASE ? goals.base() : goals.stretch())
        .filter(goal -> goal.signum() > 0);
  }

  /** The value of the units in a member's care, without which there is no share. */
  Optional<BigDecimal> units(String memberId, String metricId, Period period) {
    return facts.unitsValue(memberId, metricId, period).filter(whole -> whole.signum() > 0);
  }

  boolean lessIsBetter(Measure measure) {
    if (measure instanceof Measure.Value value) {
      return metric(value.metricId()).lessIsBetter();
    }
    if (measure instanceof Measure.ShareOfUnits share) {
      return metric(share.metricId()).lessIsBetter();
    }
    return measure instanceof Measure.Shortfall
        || measure instanceof Measure.MissingReports
        || measure instanceof Measure.LateReports;
  }

  private Optional<Fraction> attainment(Subject who, Measure.Attainment of, Period period) {
    Optional<BigDecimal> goal = goal(who, of.metricId(), of.line(), period);
    Optional<BigDecimal> value = value(who, of.metricId(), period);
    if (goal.isEmpty() || value.isEmpty()) {
      return Optional.empty();
    }
    if (!metric(of.metricId()).lessIsBetter()) {
      return Optional.of(Fraction.percent(value.get(), goal.get()));
    }
    return value.map(
        number -> number.signum() > 0 ? Fraction.percent(goal.get(), number) : Fraction.BOUNDLESS);
  }

  private Optional<Fraction> shortfall(Subject who, String metricId, Period period) {
    return goal(who, metricId, GoalLine.BASE, period)
        .flatMap(goal -> value(who, metricId, period).map(goal::subtract))
        .map(missing -> Fraction.of(missing.max(BigDecimal.ZERO)));
  }

  private Optional<Fraction> share(String memberId, String metricId, Period period) {
    return units(memberId, metricId, period)
        .flatMap(
            whole ->
                value(new Subject(memberId, false), metricId, period)
                    .map(own -> Fraction.percent(own, whole)));
  }

  private Optional<Fraction> weighted(Subject who, Measure.Weighted measure, Period period) {
    Fraction sum = Fraction.ZERO;
    for (Measure.Part part : measure.parts()) {
      Optional<Fraction> value = of(who, part.measure(), period);
      if (value.isEmpty() || !value.get().isFinite()) {
        return Optional.empty();
      }
      sum = sum.plus(value.get().times(part.weight()));
    }
    return Optional.of(sum);
  }
}

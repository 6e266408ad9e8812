package io.github.xunbang.incentive.scheme.checks;

import io.github.xunbang.incentive.rule.Condition;
import io.github.xunbang.incentive.rule.Factor;
import io.github.xunbang.incentive.rule.Measure;
import io.github.xunbang.incentive.rule.Payout;
import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.rule.Selection;
import java.util.stream.Stream;

/** The measures that a rule looks at. */
final class Measures {

  private Measures() {}

  static Stream<Measure> of(Rule rule) {
    Stream<Measure> factor =
        rule.factor() instanceof Factor.UnitAttainment one
            ? Stream.of(new Measure.Value(one.metricId()))
            : Stream.empty();
    return Stream.of(
            rule.conditions().stream().map(Condition::measure),
            selected(rule.selection()),
            paid(rule.payout()),
            factor)
        .flatMap(measures -> measures);
  }

  private static Stream<Measure> selected(Selection selection) {
    if (selection instanceof Selection.Best best) {
      return Stream.of(best.by());
    }
    if (selection instanceof Selection.Last last) {
      return Stream.of(last.by());
    }
    return selection instanceof Selection.Race race
        ? Stream.of(new Measure.Value(race.metricId()))
        : Stream.empty();
  }

  private static Stream<Measure> paid(Payout payout) {
    if (payout instanceof Payout.PerPiece piece) {
      return Stream.of(piece.pieces());
    }
    if (payout instanceof Payout.Percent percent) {
      return Stream.of(percent.of());
    }
    return payout instanceof Payout.Bands bands ? Stream.of(bands.by()) : Stream.empty();
  }

  /** Whether only people have it. */
  static boolean isPersonal(Measure measure) {
    if (measure instanceof Measure.Weighted weighted) {
      return weighted.parts().stream().map(Measure.Part::measure).anyMatch(Measures::isPersonal);
    }
    return measure instanceof Measure.MissingReports
        || measure instanceof Measure.LateReports
        || measure instanceof Measure.Votes
        || measure instanceof Measure.Score
        || measure instanceof Measure.ShareOfUnits;
  }

  /** The metrics behind a measure. */
  static Stream<String> metricIds(Measure measure) {
    if (measure instanceof Measure.Value value) {
      return Stream.of(value.metricId());
    }
    if (measure instanceof Measure.Attainment one) {
      return Stream.of(one.metricId());
    }
    if (measure instanceof Measure.Shortfall shortfall) {
      return Stream.of(shortfall.metricId());
    }
    if (measure instanceof Measure.ShareOfUnits share) {
      return Stream.of(share.metricId());
    }
    return measure instanceof Measure.Weighted weighted
        ? weighted.parts().stream().map(Measure.Part::measure).flatMap(Measures::metricIds)
        : Stream.empty();
  }
}

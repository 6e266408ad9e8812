package io.github.xunbang.incentive.scheme.checks;

import io.github.xunbang.incentive.rule.Factor;
import io.github.xunbang.incentive.rule.Measure;
import io.github.xunbang.incentive.rule.Rule;
import java.util.stream.Stream;

/** The measures that a rule looks at. */
final class Measures {

  private Measures() {}

  static Stream<Measure> of(Rule rule) {
    Stream<Measure> factor =
        rule.factor() instanceof Factor.UnitAttainment one
            ? Stream.of(new Measure.Value(one.metricId()))
            : Stream.empty();
    return Stream.concat(rule.measures().stream(), factor);
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

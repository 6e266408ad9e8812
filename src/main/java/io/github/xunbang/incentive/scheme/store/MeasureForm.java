package io.github.xunbang.incentive.scheme.store;

import io.github.xunbang.incentive.rule.GoalLine;
import io.github.xunbang.incentive.rule.Measure;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Measures as plain maps of one field: {@code value: 签单}, {@code attainment: 业绩} with {@code line:
 * stretch}, {@code shortfall: 签单}, {@code share-of-units: 业绩}, {@code score: 季度考核}, {@code
 * missing-reports: true}, {@code weighted: [...]}.
 */
final class MeasureForm {

  private static final String VALUE = "value";
  private static final String ATTAINMENT = "attainment";
  private static final String SHORTFALL = "shortfall";
  private static final String SHARE = "share-of-units";
  private static final String MISSING = "missing-reports";
  private static final String LATE = "late-reports";
  private static final String VOTES = "votes";
  private static final String SCORE = "score";
  private static final String WEIGHTED = "weighted";

  private final UnaryOperator<String> metrics;

  /**
   * The form with this naming of metrics.
   *
   * @param metrics from a metric as it is written to its id
   */
  MeasureForm(UnaryOperator<String> metrics) {
    this.metrics = metrics;
  }

  Measure read(Fields fields) {
    Measure measure = measure(fields);
    fields.done();
    return measure;
  }

  private Measure measure(Fields fields) {
    if (fields.has(VALUE)) {
      return new Measure.Value(metric(fields, VALUE));
    }
    if (fields.has(ATTAINMENT)) {
      return new Measure.Attainment(metric(fields, ATTAINMENT), fields.word("line", GoalLine.BASE));
    }
    if (fields.has(SHORTFALL)) {
      return new Measure.Shortfall(metric(fields, SHORTFALL));
    }
    if (fields.has(SHARE)) {
      return new Measure.ShareOfUnits(metric(fields, SHARE));
    }
    return withoutMetric(fields);
  }

  private Measure withoutMetric(Fields fields) {
    if (fields.has(SCORE)) {
      return new Measure.Score(fields.text(SCORE));
    }
    if (fields.has(WEIGHTED)) {
      return new Measure.Weighted(fields.each(WEIGHTED, this::part));
    }
    if (fields.flag(MISSING)) {
      return new Measure.MissingReports();
    }
    if (fields.flag(LATE)) {
      return new Measure.LateReports();
    }
    if (fields.flag(VOTES)) {
      return new Measure.Votes();
    }
    throw fields.unknown("measure");
  }

  private Measure.Part part(Fields fields) {
    Measure measure = read(fields.fields("measure"));
    Measure.Part part = new Measure.Part(measure, fields.number("weight"));
    fields.done();
    return part;
  }

  private String metric(Fields fields, String key) {
    return metrics.apply(fields.text(key));
  }

  static Map<String, Object> write(Measure measure) {
    Plain plain = new Plain();
    if (measure instanceof Measure.Value value) {
      plain.with(VALUE, value.metricId());
    } else if (measure instanceof Measure.Attainment attainment) {
      plain
          .with(ATTAINMENT, attainment.metricId())
          .unless(attainment.line() == GoalLine.BASE, "line", attainment.line());
    } else if (measure instanceof Measure.Shortfall shortfall) {
      plain.with(SHORTFALL, shortfall.metricId());
    } else if (measure instanceof Measure.ShareOfUnits share) {
      plain.with(SHARE, share.metricId());
    } else if (measure instanceof Measure.Score score) {
      plain.with(SCORE, score.sheet());
    } else if (measure instanceof Measure.Weighted weighted) {
      plain.with(WEIGHTED, weighted.parts().stream().map(MeasureForm::part).toList());
    } else {
      plain.with(flagOf(measure), true);
    }
    return plain.map();
  }

  private static Map<String, Object> part(Measure.Part part) {
    return new Plain().with("measure", write(part.measure())).with("weight", part.weight()).map();
  }

  private static String flagOf(Measure measure) {
    if (measure instanceof Measure.MissingReports) {
      return MISSING;
    }
    return measure instanceof Measure.LateReports ? LATE : VOTES;
  }
}

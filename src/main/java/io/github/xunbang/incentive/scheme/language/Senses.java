package io.github.xunbang.incentive.scheme.language;

import io.github.xunbang.incentive.rule.Condition;
import io.github.xunbang.incentive.rule.Measure;
import io.github.xunbang.incentive.rule.Payout;
import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.scheme.language.Written.Choice;
import io.github.xunbang.incentive.scheme.language.Written.Clause;
import io.github.xunbang.metric.Metric;
import java.util.List;

/** Whether a clause rewards or deducts; where the line leaves it open it is asked back. */
final class Senses {

  private final Written written;
  private final MeasureText measures;

  Senses(Written written, MeasureText measures) {
    this.written = written;
    this.measures = measures;
  }

  Rule.Sense of(Clause clause, List<Condition> conditions, Payout payout) {
    if (payout instanceof Payout.Words) {
      return Rule.Sense.NOTICE;
    }
    if (clause.sense != null) {
      return clause.sense;
    }
    if (clause.choice == Choice.LAST || clause.shortfall) {
      return Rule.Sense.DEDUCTION;
    }
    if (payout instanceof Payout.PerPiece piece) {
      return isFault(piece.pieces()) ? Rule.Sense.DEDUCTION : Rule.Sense.REWARD;
    }
    boolean clear = clause.choice != Choice.ALL || payout instanceof Payout.Percent;
    if (!clear && !isReached(conditions, payout)) {
      throw RuleProblems.noDirection();
    }
    return Rule.Sense.REWARD;
  }

  /** A reward goes without saying only for having reached something of which more is better. */
  private boolean isReached(List<Condition> conditions, Payout payout) {
    boolean bands = payout instanceof Payout.Bands one && moreIsBetter(one.by());
    return (bands || !conditions.isEmpty() || !written.requirements.isEmpty() && bands)
        && conditions.stream().allMatch(one -> one.max() == null && moreIsBetter(one.measure()));
  }

  private boolean moreIsBetter(Measure measure) {
    if (measure instanceof Measure.Value value) {
      return measures
          .metric(value.metricId())
          .filter(metric -> metric.direction() == Metric.Direction.HIGHER)
          .isPresent();
    }
    return !isFault(measure) && !(measure instanceof Measure.Shortfall);
  }

  private static boolean isFault(Measure measure) {
    return measure instanceof Measure.MissingReports || measure instanceof Measure.LateReports;
  }
}

package io.github.xunbang.incentive.scheme.language;

import io.github.xunbang.incentive.rule.GoalLine;
import io.github.xunbang.incentive.rule.Measure;
import org.jspecify.annotations.Nullable;

/** Something counted that the line names; a 完成率 behind it still turns it. */
final class Mention {

  final String text;
  private Measure measure;
  boolean used;

  Mention(Measure measure, String text) {
    this.measure = measure;
    this.text = text;
  }

  Measure measure() {
    return measure;
  }

  /** Makes it the share of its target, or for null of its units' value. */
  boolean turn(@Nullable GoalLine line) {
    if (!(measure instanceof Measure.Value value)) {
      return false;
    }
    measure =
        line == null
            ? new Measure.ShareOfUnits(value.metricId())
            : new Measure.Attainment(value.metricId(), line);
    return true;
  }
}

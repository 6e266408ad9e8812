package io.github.xunbang.report;

import io.github.xunbang.metric.FigureText;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.Standings.Standing;

/**
 * Words for a place: in a group only a good one is said, others read what the next place needs
 * (design section 5).
 */
final class StandingText {

  private StandingText() {}

  /** {@code (第2名，距上一名差3个)}, for lists of figures. */
  static String inBrackets(Standing standing, Metric metric, boolean group) {
    return "(" + phrase(standing, metric, group) + ")";
  }

  /** {@code 第2名，距上一名差3个} or, for a low place in a group, {@code 再加3个进一名}. */
  static String phrase(Standing standing, Metric metric, boolean group) {
    String gap =
        standing.gapToNext() == null
            ? ""
            : FigureText.number(metric, standing.gapToNext())
                + (metric.kind() == Metric.Kind.RATIO ? "" : metric.unit());
    if (group && !standing.fitForGroup()) {
      return "再加" + gap + "追平上一名";
    }
    String place = "第" + standing.place() + "名";
    return gap.isEmpty() ? place : place + "，距上一名差" + gap;
  }
}

package io.github.xunbang.target.internal;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.metric.FigureText;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.target.Subject;
import io.github.xunbang.target.Targets;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is split, or checked against its parts.
 *
 * @param parent the stored target of the whole, or null
 */
record SplitWhole(Subject subject, Metric metric, Period period, @Nullable Draft parent) {

  /**
   * What the line names.
   *
   * @throws io.github.xunbang.command.CommandRejectedException saying what the line leaves out, or
   *     that the metric does not add up
   */
  static SplitWhole of(TargetCall context, TargetLine line, Targets targets) {
    Subject subject = line.subject == null ? Subject.ORGANIZATION : line.subject;
    if (line.metrics.size() != 1) {
      throw context.rejection("noMetric");
    }
    Metric metric = line.metrics.get(0);
    Period period = line.period;
    if (period == null) {
      throw context.rejection("splitPeriod");
    }
    if (!Steps.addsUp(metric)) {
      throw context.rejection("notSplittable", Map.of("metric", metric.name()));
    }
    Draft parent =
        targets
            .goal(context.organization(), subject, metric, period, context.today())
            .map(goal -> Draft.of(goal.base(), goal.stretch()))
            .orElse(null);
    return new SplitWhole(subject, metric, period, parent);
  }

  /**
   * The units or people below it, or the periods within it.
   *
   * @throws io.github.xunbang.command.CommandRejectedException when there are none
   */
  List<SplitParts> parts(TargetCall context, TargetLine line) {
    PeriodType over = SplitParts.over(line);
    List<SplitParts> parts =
        over == null
            ? SplitParts.below(context, subject, period)
            : SplitParts.within(context.organization().periods(), subject, period, over);
    if (parts.isEmpty()) {
      throw over == null
          ? context.rejection("noParts", Map.of("name", context.name(subject)))
          : context.rejection("noPeriods", Map.of("period", period.label()));
    }
    return parts;
  }

  /** 一区 2026年12月 签单. */
  String title(TargetCall context) {
    return context.name(subject) + " " + period.label() + " " + metric.name();
  }

  /** 多2单, 少1.5万, or 正好. */
  static String difference(Metric metric, BigDecimal sum, BigDecimal base) {
    BigDecimal difference = sum.subtract(base);
    return switch (difference.signum()) {
      case 1 -> "多" + FigureText.of(metric, difference);
      case -1 -> "少" + FigureText.of(metric, difference.negate());
      default -> "正好";
    };
  }
}

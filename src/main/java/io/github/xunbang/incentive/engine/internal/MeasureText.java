package io.github.xunbang.incentive.engine.internal;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.incentive.engine.Facts;
import io.github.xunbang.incentive.rule.GoalLine;
import io.github.xunbang.incentive.rule.Measure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How a measure's value came about: {@code 签单：目标20单，完成17单，少3单}. */
final class MeasureText {

  private final Measures measures;

  MeasureText(Measures measures) {
    this.measures = measures;
  }

  /** One line, for a composite one for each part before it. */
  List<String> lines(Subject who, Measure measure, Period period) {
    if (measure instanceof Measure.Weighted weighted) {
      List<String> lines = new ArrayList<>();
      weighted.parts().forEach(part -> lines.addAll(lines(who, part.measure(), period)));
      lines.add(sum(who, weighted, period));
      return lines;
    }
    return List.of(line(who, measure, period));
  }

  private String line(Subject who, Measure measure, Period period) {
    if (measure instanceof Measure.Attainment attainment) {
      return attainment(who, attainment, period);
    }
    if (measure instanceof Measure.Shortfall shortfall) {
      return shortfall(who, shortfall, period);
    }
    if (measure instanceof Measure.ShareOfUnits share) {
      return share(who, share, period);
    }
    return name(measure) + "：" + result(who, measure, period);
  }

  /** What the measure is called. */
  String name(Measure measure) {
    if (measure instanceof Measure.Value value) {
      return measures.metric(value.metricId()).name();
    }
    if (measure instanceof Measure.Score score) {
      return score.sheet();
    }
    if (measure instanceof Measure.MissingReports) {
      return "缺日报";
    }
    if (measure instanceof Measure.LateReports) {
      return "迟交日报";
    }
    if (measure instanceof Measure.Votes) {
      return "得票";
    }
    return measure instanceof Measure.Weighted ? "综合分" : named(measure);
  }

  private String named(Measure measure) {
    if (measure instanceof Measure.Attainment attainment) {
      return measures.metric(attainment.metricId()).name() + "完成率";
    }
    if (measure instanceof Measure.ShareOfUnits share) {
      return measures.metric(share.metricId()).name() + "占比";
    }
    if (measure instanceof Measure.Shortfall shortfall) {
      return measures.metric(shortfall.metricId()).name() + "缺口";
    }
    throw new IllegalStateException("Unknown measure: " + measure);
  }

  private String attainment(Subject who, Measure.Attainment of, Period period) {
    String unit = measures.metric(of.metricId()).unit();
    String done = with(measures.value(who, of.metricId(), period).orElse(BigDecimal.ZERO), unit);
    String goal =
        (of.line() == GoalLine.BASE ? "目标" : "奋斗目标")
            + measures
                .goal(who, of.metricId(), of.line(), period)
                .map(number -> with(number, unit))
                .orElse("未定");
    boolean less = measures.metric(of.metricId()).lessIsBetter();
    return name(of)
        + "："
        + (less ? goal + " ÷ 实际" + done : done + " ÷ " + goal)
        + " = "
        + result(who, of, period);
  }

  private String shortfall(Subject who, Measure.Shortfall of, Period period) {
    Facts.MetricFacts metric = measures.metric(of.metricId());
    return metric.name()
        + "：目标"
        + measures
            .goal(who, of.metricId(), GoalLine.BASE, period)
            .map(number -> with(number, metric.unit()))
            .orElse("未定")
        + "，完成"
        + with(measures.value(who, of.metricId(), period).orElse(BigDecimal.ZERO), metric.unit())
        + "，少"
        + result(who, of, period);
  }

  private String share(Subject who, Measure.ShareOfUnits of, Period period) {
    String unit = measures.metric(of.metricId()).unit();
    BigDecimal own = measures.value(who, of.metricId(), period).orElse(BigDecimal.ZERO);
    BigDecimal whole = measures.units(who.id(), of.metricId(), period).orElse(BigDecimal.ZERO);
    return name(of)
        + "："
        + with(own, unit)
        + " ÷ 单位"
        + with(whole, unit)
        + " = "
        + result(who, of, period);
  }

  private String sum(Subject who, Measure.Weighted of, Period period) {
    return name(of)
        + "："
        + of.parts().stream()
            .map(
                part ->
                    measures.of(who, part.measure(), period).map(Numbers::of).orElse("无")
                        + " × "
                        + Numbers.of(part.weight()))
            .collect(Collectors.joining(" + "))
        + " = "
        + result(who, of, period);
  }

  private String result(Subject who, Measure measure, Period period) {
    return measures
        .of(who, measure, period)
        .map(value -> Numbers.measured(value, measure, measures))
        .orElse("无");
  }

  private static String with(BigDecimal number, String unit) {
    return Numbers.of(number) + unit;
  }
}

package io.github.xunbang.incentive.scheme.language;

import io.github.xunbang.command.NumberText;
import io.github.xunbang.incentive.rule.GoalLine;
import io.github.xunbang.incentive.rule.Measure;
import io.github.xunbang.metric.FigureText;
import io.github.xunbang.metric.Metric;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What measures and their values are called, with the metrics' names of today. */
final class MeasureText {

  private static final String PERCENT = "%";
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Map<String, Metric> metrics;

  MeasureText(List<Metric> metrics) {
    this.metrics = metrics.stream().collect(Collectors.toMap(Metric::id, Function.identity()));
  }

  Optional<Metric> metric(String id) {
    return Optional.ofNullable(metrics.get(id));
  }

  /** 业绩, 业绩完成率, 口碑票数. */
  String name(Measure measure) {
    if (measure instanceof Measure.Value value) {
      return metricName(value.metricId());
    }
    if (measure instanceof Measure.Attainment one) {
      return metricName(one.metricId()) + (one.line() == GoalLine.BASE ? "完成率" : "奋斗目标完成率");
    }
    if (measure instanceof Measure.Shortfall shortfall) {
      return metricName(shortfall.metricId()) + "缺额";
    }
    if (measure instanceof Measure.ShareOfUnits share) {
      return metricName(share.metricId()) + "占所辖单位的比例";
    }
    if (measure instanceof Measure.MissingReports) {
      return "缺报";
    }
    if (measure instanceof Measure.LateReports) {
      return "迟报";
    }
    if (measure instanceof Measure.Votes) {
      return "口碑票数";
    }
    return measure instanceof Measure.Score score
        ? score.sheet() + "得分"
        : weighted((Measure.Weighted) measure);
  }

  /** The same for titles: 口碑, 季度考核, 综合得分. */
  String shortName(Measure measure) {
    if (measure instanceof Measure.Score score) {
      return score.sheet();
    }
    if (measure instanceof Measure.ShareOfUnits share) {
      return metricName(share.metricId()) + "占比";
    }
    return measure instanceof Measure.Votes
        ? "口碑"
        : measure instanceof Measure.Weighted ? "综合得分" : name(measure);
  }

  private String weighted(Measure.Weighted weighted) {
    return weighted.parts().stream()
        .map(
            part ->
                name(part.measure())
                    + "×"
                    + NumberText.plain(part.weight().multiply(HUNDRED))
                    + PERCENT)
        .collect(Collectors.joining("＋", "综合得分（", "）"));
  }

  private String metricName(String id) {
    return metric(id).map(Metric::name).orElse("（指标已不在）");
  }

  /** 单, 个, 次, 票, 分; 元 and % belong to the number. */
  String unit(Measure measure) {
    if (measure instanceof Measure.Value value) {
      return metric(value.metricId()).map(MeasureText::unitOf).orElse("");
    }
    if (measure instanceof Measure.Shortfall shortfall) {
      return unit(new Measure.Value(shortfall.metricId()));
    }
    if (measure instanceof Measure.Attainment || measure instanceof Measure.ShareOfUnits) {
      return PERCENT;
    }
    if (measure instanceof Measure.MissingReports || measure instanceof Measure.LateReports) {
      return "次";
    }
    return measure instanceof Measure.Votes ? "票" : "分";
  }

  private static String unitOf(Metric metric) {
    return metric.kind() == Metric.Kind.RATIO ? PERCENT : metric.unit();
  }

  /** 10单, 10万元, 120%. */
  String value(Measure measure, BigDecimal value) {
    String text = FigureText.of(value, unit(measure));
    return text.endsWith("万") ? text + "元" : text;
  }
}

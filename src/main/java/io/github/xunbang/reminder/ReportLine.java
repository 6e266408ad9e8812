package io.github.xunbang.reminder;

import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.MetricCatalog;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** The figures that a line to type shows as an example: {@code 意向客户5 新客户信息1}. */
@Component
class ReportLine {

  private static final int SHOWN = 2;

  private final MetricCatalog metrics;

  ReportLine(MetricCatalog metrics) {
    this.metrics = metrics;
  }

  /** The first metrics that people report on {@code day}, with numbers as they might be. */
  String example(String organizationId, LocalDate day) {
    List<Metric> reported =
        metrics.metrics(organizationId).stream()
            .filter(metric -> metric.active() && metric.sourceOn(day) == Metric.Source.REPORT)
            .limit(SHOWN)
            .toList();
    StringBuilder line = new StringBuilder();
    for (Metric metric : reported) {
      line.append(line.isEmpty() ? "" : " ").append(metric.name());
      line.append(value(metric, reported.indexOf(metric)));
    }
    return line.isEmpty() ? "小结：今天的进展" : line.toString();
  }

  private static String value(Metric metric, int index) {
    return switch (metric.kind()) {
      case COUNT -> index == 0 ? "5" : "1";
      case AMOUNT -> "2万";
      case NUMBER -> "5";
      case RATIO -> "80%";
    };
  }
}

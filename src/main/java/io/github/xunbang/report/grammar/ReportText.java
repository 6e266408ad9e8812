package io.github.xunbang.report.grammar;

import io.github.xunbang.command.NumberText;
import io.github.xunbang.metric.Metric;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** Writes figures as a line that {@link ReportGrammar} reads back exactly. */
public final class ReportText {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private ReportText() {}

  /** {@code 2026-12-03 意向客户12 签单+1 业绩3.5万}, behind the date the unit whose they are. */
  public static String line(Block block, Lexicon lexicon) {
    String unit = block.unit() == null ? "" : block.unit() + " ";
    return block.date() + " " + unit + figures(block.figures(), lexicon);
  }

  /** {@code 意向客户12 签单+1 业绩3.5万}; figures of unknown metrics are left out. */
  public static String figures(List<Figure> figures, Lexicon lexicon) {
    return figures.stream()
        .flatMap(
            figure ->
                lexicon.metric(figure.metricId()).map(metric -> figure(metric, figure)).stream())
        .collect(Collectors.joining(" "));
  }

  private static String figure(Metric metric, Figure figure) {
    BigDecimal value = figure.value();
    String sign =
        switch (figure.operation()) {
          case SET -> "";
          case ADD -> value.signum() < 0 ? "减" : "+";
          case HYPHEN -> "-";
        };
    return metric.name() + sign + number(metric, value.abs());
  }

  private static String number(Metric metric, BigDecimal value) {
    return switch (metric.kind()) {
      case AMOUNT ->
          NumberText.amount(value)
              + (value.signum() > 0 && value.compareTo(HUNDRED) < 0 ? "元" : "");
      case RATIO -> NumberText.plain(value) + "%";
      default -> NumberText.plain(value);
    };
  }
}

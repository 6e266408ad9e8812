package io.github.xunbang.report;

import io.github.xunbang.command.CommandDefinition;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.metric.FigureChange;
import io.github.xunbang.metric.FigureChange.Operation;
import io.github.xunbang.metric.FigureText;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.MonthLedger;
import io.github.xunbang.metric.PostingCheck;
import io.github.xunbang.metric.SubjectChange;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the stored month before a report is written (design section 5): a value out of range is
 * refused; one more than three times the best after ten reports is asked about, unless it was
 * confirmed.
 */
final class ReportGuards implements PostingCheck {

  private static final int ENOUGH_REPORTS = 10;
  private static final BigDecimal SUSPICIOUS = BigDecimal.valueOf(3);

  private final CommandDefinition texts;
  private final FigureLine figures;
  private final String typed;
  private final boolean confirmed;
  private final Map<String, String> unitNames;

  ReportGuards(CommandDefinition texts, List<Metric> metrics, String typed, boolean confirmed) {
    this(texts, metrics, typed, confirmed, Map.of());
  }

  /** {@code unitNames} are those of the units among the subjects, by id. */
  ReportGuards(
      CommandDefinition texts,
      List<Metric> metrics,
      String typed,
      boolean confirmed,
      Map<String, String> unitNames) {
    this.unitNames = unitNames;
    this.texts = texts;
    this.figures = new FigureLine(metrics);
    this.typed = typed;
    this.confirmed = confirmed;
  }

  @Override
  public void check(SubjectChange change, MonthLedger before) {
    for (FigureChange figure : change.figures()) {
      if (figure.operation() != Operation.CLEAR) {
        Metric metric = figures.metric(figure.metricId());
        BigDecimal value = valueAfter(change, before, figure);
        String unit = unitNames.getOrDefault(change.subjectId(), "");
        refuseOutOfRange(unit, metric, value);
        askIfUnusuallyHigh(unit, metric, value, before.history().get(metric.id()));
      }
    }
  }

  private static BigDecimal valueAfter(
      SubjectChange change, MonthLedger before, FigureChange figure) {
    return figure.operation() == Operation.ADD
        ? before.value(change.day(), figure.metricId()).orElse(BigDecimal.ZERO).add(figure.value())
        : figure.value();
  }

  private void refuseOutOfRange(String unit, Metric metric, BigDecimal value) {
    boolean low = metric.min() != null && value.compareTo(metric.min()) < 0;
    boolean high = metric.max() != null && value.compareTo(metric.max()) > 0;
    if (low || high) {
      throw new CommandRejectedException(
          texts.text(
              "range",
              Map.of(
                  "metric",
                  unit + metric.name(),
                  "value",
                  FigureText.number(metric, value),
                  "range",
                  range(metric),
                  "line",
                  "日报 " + (unit.isEmpty() ? "" : unit + " ") + metric.name() + "12")));
    }
  }

  private static String range(Metric metric) {
    String low = metric.min() == null ? "" : FigureText.number(metric, metric.min());
    String high = metric.max() == null ? "" : FigureText.number(metric, metric.max());
    return "（" + low + "–" + high + "）";
  }

  private void askIfUnusuallyHigh(
      String unit, Metric metric, BigDecimal value, MonthLedger.@Nullable History history) {
    if (confirmed || history == null || history.reports() < ENOUGH_REPORTS) {
      return;
    }
    if (history.best().signum() > 0 && value.compareTo(history.best().multiply(SUSPICIOUS)) > 0) {
      String number = FigureText.number(metric, value);
      throw new ReportQuestion(
          texts.text(
              unit.isEmpty() ? "high" : "high_unit",
              Map.of(
                  "metric",
                  unit + metric.name(),
                  "value",
                  number,
                  "best",
                  FigureText.number(metric, history.best()))),
          List.of(new ReportQuestion.Option("登记" + unit + metric.name() + number, typed, true)),
          true);
    }
  }
}

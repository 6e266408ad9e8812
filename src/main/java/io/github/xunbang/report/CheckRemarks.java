package io.github.xunbang.report;

import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.command.CommandDefinition;
import io.github.xunbang.command.NumberText;
import io.github.xunbang.metric.FigureText;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.MonthLedger;
import io.github.xunbang.metric.PostingResult;
import io.github.xunbang.metric.PostingResult.Posted;
import io.github.xunbang.metric.TargetProgress.Progress;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.report.grammar.CheckValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Compares the check values of a report (累计 and figures that reports do not write) with the ledger
 * and names differences.
 */
@Component
class CheckRemarks {

  private final ProgressText progress;

  CheckRemarks(ProgressText progress) {
    this.progress = progress;
  }

  /**
   * One line per difference; a target that is not known says nothing.
   *
   * @param parts what was read, in the order of what was posted
   */
  List<String> lines(
      CommandDefinition texts,
      Organization organization,
      List<ReportPart> parts,
      PostingResult result,
      List<Metric> metrics) {
    List<String> lines = new ArrayList<>();
    for (ReportPart part : parts) {
      for (Posted posted : result.posted()) {
        LocalDate day = posted.entry().day();
        if (posted.after().subjectId().equals(part.subjectId())
            && day.equals(part.block().date())) {
          part.block().checks().stream()
              .map(check -> claim(organization, metrics, part, check, posted.after()))
              .flatMap(Optional::stream)
              .filter(Claim::differs)
              .forEach(claim -> lines.add(claim.text(texts, "check_differs")));
        }
      }
    }
    return lines;
  }

  /** The answer to a message of nothing but check values: every comparison is told. */
  List<String> compare(
      CommandDefinition texts,
      Organization organization,
      ReportPart part,
      MonthLedger month,
      List<Metric> metrics) {
    return part.block().checks().stream()
        .map(check -> claim(organization, metrics, part, check, month))
        .flatMap(Optional::stream)
        .map(claim -> claim.text(texts, claim.differs() ? "check_differs" : "check_agrees"))
        .toList();
  }

  /**
   * What was stated and what is known.
   *
   * @param percent whether the numbers are percentages
   */
  private record Claim(
      String label, Metric metric, BigDecimal stated, BigDecimal actual, boolean percent) {

    /** Percentages agree when they do so in as many decimals as were typed. */
    boolean differs() {
      int scale = Math.max(0, stated.stripTrailingZeros().scale());
      BigDecimal known = percent ? actual.setScale(scale, RoundingMode.HALF_UP) : actual;
      return known.compareTo(stated) != 0;
    }

    String text(CommandDefinition texts, String key) {
      return texts.text(
          key, Map.of("label", label, "stated", number(stated), "actual", number(actual)));
    }

    private String number(BigDecimal value) {
      return percent ? NumberText.plain(value) + "%" : FigureText.number(metric, value);
    }
  }

  private Optional<Claim> claim(
      Organization organization,
      List<Metric> metrics,
      ReportPart part,
      CheckValue check,
      MonthLedger month) {
    String metricId = check.metricId();
    if (metricId == null) {
      return Optional.empty();
    }
    Metric metric = new FigureLine(metrics).metric(metricId);
    BigDecimal actual = actual(organization, metric, part, check, month);
    String unit = part.unit() == null ? "" : part.unit().name();
    return Optional.ofNullable(actual)
        .map(
            known ->
                new Claim(
                    unit + label(check, metric),
                    metric,
                    check.value(),
                    known,
                    check.kind() == CheckValue.Kind.RATE || metric.isDerived()));
  }

  private static String label(CheckValue check, Metric metric) {
    return switch (check.kind()) {
      case TOTAL -> total(check.period()) + metric.name();
      case TARGET -> metric.name() + "目标";
      case RATE -> metric.name() + "完成率";
      case GAP -> metric.name() + "还差";
      case DAY -> metric.name();
    };
  }

  private static String total(@Nullable PeriodType period) {
    return period == PeriodType.XUN ? "本旬累计" : period == PeriodType.HALF_MONTH ? "半月累计" : "本月累计";
  }

  private @Nullable BigDecimal actual(
      Organization organization,
      Metric metric,
      ReportPart part,
      CheckValue check,
      MonthLedger month) {
    LocalDate day = part.block().date();
    return switch (check.kind()) {
      case TOTAL -> total(organization, metric, check.period(), part, month);
      case DAY ->
          metric.isDerived()
              ? month.day(day).flatMap(sheet -> metric.derive(sheet.values())).orElse(null)
              : month.value(day, metric.id()).orElse(BigDecimal.ZERO);
      case TARGET -> target(organization, metric, part, month, Progress::base);
      case RATE -> target(organization, metric, part, month, Progress::percent);
      case GAP -> target(organization, metric, part, month, Progress::missing);
    };
  }

  private @Nullable BigDecimal total(
      Organization organization,
      Metric metric,
      @Nullable PeriodType period,
      ReportPart part,
      MonthLedger month) {
    LocalDate day = part.block().date();
    if (period == PeriodType.MONTH && part.unit() == null) {
      return progress.month(organization, month, day).apply(metric);
    }
    return period == null || !withinMonth(period) ? null : month.sum(period, day, metric.id());
  }

  /** Targets of units are not at hand here, and say nothing. */
  private @Nullable BigDecimal target(
      Organization organization,
      Metric metric,
      ReportPart part,
      MonthLedger month,
      Function<Progress, BigDecimal> value) {
    return part.unit() != null
        ? null
        : progress
            .progress(
                organization,
                month,
                metric,
                part.block().date(),
                progress.month(organization, month, part.block().date()))
            .map(value)
            .orElse(null);
  }

  private static boolean withinMonth(PeriodType period) {
    return switch (period) {
      case DAY, XUN, HALF_MONTH, MONTH -> true;
      case WEEK, QUARTER, YEAR, CAMPAIGN -> false;
    };
  }
}

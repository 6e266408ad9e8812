package io.github.xunbang.report;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.command.CommandDefinition;
import io.github.xunbang.metric.DaySheet;
import io.github.xunbang.metric.Figures;
import io.github.xunbang.metric.Ledger;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.MonthLedger;
import io.github.xunbang.metric.PeriodFigures;
import io.github.xunbang.metric.PostingResult;
import io.github.xunbang.metric.PostingResult.Posted;
import io.github.xunbang.metric.TargetProgress.Progress;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.report.grammar.CheckValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Compares the check values of a report (累计 and figures that reports do not write) with the ledger
 * and names differences.
 */
@Component
class CheckRemarks {

  private final ProgressText progress;
  private final Figures figures;
  private final Ledger ledger;

  CheckRemarks(ProgressText progress, Figures figures, Ledger ledger) {
    this.progress = progress;
    this.figures = figures;
    this.ledger = ledger;
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
    return parts.stream()
        .filter(part -> !part.block().checks().isEmpty())
        .flatMap(part -> claims(organization, part, month(organization, part, result), metrics))
        .filter(CheckClaim::differs)
        .map(claim -> claim.text(texts))
        .toList();
  }

  /** The month as the posting left it; of a part that only compares, as it is stored. */
  private MonthLedger month(Organization organization, ReportPart part, PostingResult result) {
    return result.posted().stream()
        .filter(posted -> posted.after().subjectId().equals(part.subjectId()))
        .filter(posted -> posted.entry().day().equals(part.block().date()))
        .map(Posted::after)
        .findFirst()
        .orElseGet(() -> stored(organization, part));
  }

  private MonthLedger stored(Organization organization, ReportPart part) {
    return Months.of(ledger, organization.id(), part.subjectId(), part.block().date());
  }

  /**
   * The answer to a message of nothing but check values: every comparison is told, and that the
   * day's own figures are still to come where that is so.
   */
  List<String> compare(
      CommandDefinition texts,
      Organization organization,
      List<ReportPart> parts,
      List<Metric> metrics) {
    List<String> lines = new ArrayList<>();
    boolean reportDue = false;
    for (ReportPart part : parts) {
      MonthLedger month = stored(organization, part);
      claims(organization, part, month, metrics).forEach(claim -> lines.add(claim.text(texts)));
      reportDue |=
          part.block().checks().stream().anyMatch(CheckValue::isFed)
              && month.day(part.block().date()).filter(DaySheet::isReported).isEmpty();
    }
    if (reportDue) {
      lines.add(texts.text("fed_only", Map.of()));
    }
    return lines;
  }

  /** The differences of what deals or customers write, for lines about others. */
  List<String> fedDifferences(
      CommandDefinition texts, Organization organization, ReportPart part, List<Metric> metrics) {
    return part.block().checks().stream().noneMatch(CheckValue::isFed)
        ? List.of()
        : claims(organization, part, stored(organization, part), metrics)
            .filter(claim -> claim.check().isFed() && claim.differs())
            .map(claim -> claim.text(texts))
            .toList();
  }

  private Stream<CheckClaim> claims(
      Organization organization, ReportPart part, MonthLedger month, List<Metric> metrics) {
    return part.block().checks().stream()
        .flatMap(check -> claim(organization, metrics, part, check, month).stream());
  }

  private Optional<CheckClaim> claim(
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
                new CheckClaim(
                    unit + label(check, metric), metric, check, part.block().date(), known));
  }

  private static String label(CheckValue check, Metric metric) {
    return switch (check.kind()) {
      case TOTAL -> total(check.period()) + metric.name();
      case TARGET -> metric.name() + "目标";
      case RATE -> metric.name() + "完成率";
      case GAP -> metric.name() + "还差";
      case DAY, FED, FED_CHANGE -> metric.name();
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
      case FED, FED_CHANGE -> credited(organization, metric, part, month);
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

  /** Deals and customers are people's, so a unit's value is that of its members. */
  private BigDecimal credited(
      Organization organization, Metric metric, ReportPart part, MonthLedger month) {
    LocalDate day = part.block().date();
    if (part.unit() == null) {
      return month.value(day, metric.id()).orElse(BigDecimal.ZERO);
    }
    PeriodFigures unit =
        figures
            .ofUnits(organization, List.of(part.unit()), Period.containing(PeriodType.DAY, day))
            .get(part.subjectId());
    return unit == null ? BigDecimal.ZERO : unit.sums().getOrDefault(metric.id(), BigDecimal.ZERO);
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

package io.github.xunbang.digest.morning;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.metric.FigureText;
import io.github.xunbang.metric.Figures;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.MetricCatalog;
import io.github.xunbang.metric.PeriodFigures;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Unit;
import io.github.xunbang.target.Subject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * ③ The last workday against the one before, the month against its targets, and what units that are
 * behind need per day. People's needs never stand here (design section 7).
 */
@Component
class ProgressPart {

  private static final int SHOWN_METRICS = 6;
  private static final int SHOWN_UNITS = 6;
  private static final int NAME = 12;

  private final MetricCatalog metrics;
  private final Figures figures;
  private final MonthProgress progress;

  ProgressPart(MetricCatalog metrics, Figures figures, MonthProgress progress) {
    this.metrics = metrics;
    this.figures = figures;
    this.progress = progress;
  }

  List<String> lines(MorningView view) {
    List<String> lines = new ArrayList<>();
    if (view.isWhole()) {
      lines.addAll(of(view, null, ""));
    } else {
      List<Unit> units = view.units();
      units.forEach(
          unit -> lines.addAll(of(view, unit, units.size() == 1 ? "" : name(unit) + " ")));
    }
    needs(view).ifPresent(lines::add);
    return lines;
  }

  private List<String> of(MorningView view, @Nullable Unit unit, String label) {
    Organization organization = view.organization();
    List<String> lines = new ArrayList<>();
    totals(view, unit).ifPresent(totals -> lines.add("· " + label + totals));
    Map<String, BigDecimal> soFar =
        progress
            .before(organization, view.day())
            .map(period -> sums(organization, unit, period))
            .orElse(Map.of());
    Subject subject = unit == null ? Subject.ORGANIZATION : Subject.of(unit);
    progress.of(organization, subject, soFar, view.day()).stream()
        .limit(SHOWN_METRICS)
        .map(step -> "· " + label + step.line())
        .forEach(lines::add);
    return lines;
  }

  private Optional<String> totals(MorningView view, @Nullable Unit unit) {
    Map<String, BigDecimal> last = sums(view.organization(), unit, day(view.last()));
    Map<String, BigDecimal> before = sums(view.organization(), unit, day(view.before()));
    String values =
        metrics.metrics(view.organization().id()).stream()
            .filter(metric -> metric.rollUp() == Metric.RollUp.SUM || metric.isDerived())
            .filter(metric -> last.containsKey(metric.id()))
            .limit(SHOWN_METRICS)
            .map(metric -> value(metric, last, before))
            .collect(Collectors.joining("，"));
    if (values.isEmpty()) {
      return Optional.empty();
    }
    String against = before.isEmpty() ? "" : "（比" + DateText.shortDay(view.before()) + "）";
    return Optional.of(label(view) + "：" + values + against);
  }

  /** {@code 签单 3单↑1}; a metric that the day before did not have is only told. */
  private static String value(
      Metric metric, Map<String, BigDecimal> last, Map<String, BigDecimal> before) {
    BigDecimal now = last.getOrDefault(metric.id(), BigDecimal.ZERO);
    String told = metric.name() + " " + FigureText.of(metric, now);
    BigDecimal earlier = before.get(metric.id());
    if (earlier == null) {
      return told;
    }
    BigDecimal change = now.subtract(earlier);
    String size =
        metric.kind() == Metric.Kind.RATIO
            ? FigureText.points(change.abs()) + "点"
            : FigureText.number(metric, change.abs());
    return switch (change.signum()) {
      case 1 -> told + "↑" + size;
      case -1 -> told + "↓" + size;
      default -> told + " 持平";
    };
  }

  /** 昨天, or its date when there was a rest in between. */
  private static String label(MorningView view) {
    return view.last().equals(view.day().minusDays(1)) ? "昨天" : DateText.day(view.last());
  }

  private Optional<String> needs(MorningView view) {
    Organization organization = view.organization();
    List<Unit> units =
        view.unitsWithin().stream().filter(unit -> !view.unitIds().contains(unit.id())).toList();
    Map<String, PeriodFigures> sums =
        progress
            .before(organization, view.day())
            .filter(period -> !units.isEmpty())
            .map(period -> figures.ofUnits(organization, units, period))
            .orElse(Map.of());
    List<String> behind =
        units.stream()
            .map(unit -> need(organization, unit, sums.get(unit.id()), view.day()))
            .flatMap(Optional::stream)
            .toList();
    if (behind.isEmpty()) {
      return Optional.empty();
    }
    String more = behind.size() > SHOWN_UNITS ? "；等" + behind.size() + "个" : "";
    return Optional.of(
        "· 还需每天：" + behind.stream().limit(SHOWN_UNITS).collect(Collectors.joining("；")) + more);
  }

  private Optional<String> need(
      Organization organization, Unit unit, @Nullable PeriodFigures sums, LocalDate day) {
    String needs =
        MonthProgress.needs(
            progress.of(
                organization, Subject.of(unit), sums == null ? Map.of() : sums.sums(), day));
    return needs.isEmpty() ? Optional.empty() : Optional.of(name(unit) + " " + needs);
  }

  private Map<String, BigDecimal> sums(
      Organization organization, @Nullable Unit unit, Period period) {
    if (unit == null) {
      return figures.ofOrganization(organization, period).sums();
    }
    PeriodFigures found = figures.ofUnits(organization, List.of(unit), period).get(unit.id());
    return found == null ? Map.of() : found.sums();
  }

  private static Period day(LocalDate day) {
    return new Period(PeriodType.DAY, day, day);
  }

  private static String name(Unit unit) {
    return UntrustedText.oneLine(unit.name(), NAME);
  }
}

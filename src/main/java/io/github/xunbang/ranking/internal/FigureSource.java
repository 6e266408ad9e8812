package io.github.xunbang.ranking.internal;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.metric.Figures;
import io.github.xunbang.metric.Ledger;
import io.github.xunbang.metric.LedgerEntry;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.MetricCatalog;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Unit;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Where an explained figure comes from: values, entries, names of the parts. */
@Component
class FigureSource {

  private final Figures figures;
  private final Ledger ledger;
  private final MetricCatalog metrics;

  FigureSource(Figures figures, Ledger ledger, MetricCatalog metrics) {
    this.figures = figures;
    this.ledger = ledger;
    this.metrics = metrics;
  }

  /** The subject's values by metric id as the ledger stands now. */
  Map<String, BigDecimal> values(Organization organization, ExplainedSubject who, Period period) {
    Member member = who.member();
    Unit unit = who.unit();
    var found =
        member != null
            ? figures.ofMembers(organization, List.of(member), period)
            : unit != null
                ? figures.ofUnits(organization, List.of(unit), period)
                : Map.<String, io.github.xunbang.metric.PeriodFigures>of();
    return found.containsKey(who.id()) ? found.get(who.id()).sums() : Map.of();
  }

  /** What the unit and those below it reported themselves, without their people's figures. */
  BigDecimal reportedByUnits(Organization organization, Unit unit, Period period, Metric metric) {
    return ledger
        .figures(organization.id(), organization.units().within(unit.id()), period)
        .values()
        .stream()
        .map(own -> own.sums().getOrDefault(metric.id(), BigDecimal.ZERO))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** What was posted for the subject itself about these metrics, oldest first. */
  List<LedgerEntry> entries(
      Organization organization, ExplainedSubject who, Period period, Set<String> metricIds) {
    return period.months().stream()
        .flatMap(month -> ledger.month(organization.id(), who.id(), month).stream())
        .flatMap(month -> month.days().values().stream())
        .filter(day -> period.contains(day.day()))
        .flatMap(day -> day.entries().stream())
        .filter(entry -> entry.steps().stream().anyMatch(s -> metricIds.contains(s.metricId())))
        .sorted(Comparator.comparing(LedgerEntry::at).thenComparing(LedgerEntry::id))
        .toList();
  }

  /** Metrics by id, retired ones too. */
  Map<String, Metric> metrics(Organization organization) {
    return metrics.metrics(organization.id()).stream()
        .collect(Collectors.toMap(Metric::id, metric -> metric));
  }
}

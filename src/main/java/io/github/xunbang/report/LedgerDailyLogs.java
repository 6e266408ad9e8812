package io.github.xunbang.report;

import io.github.xunbang.metric.DaySheet;
import io.github.xunbang.metric.FigureText;
import io.github.xunbang.metric.Ledger;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.MetricCatalog;
import io.github.xunbang.metric.SubjectChange.Section;
import io.github.xunbang.organization.DailyLogs;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reads the day's reports from the ledger: figures first, then the summary. */
@Component
class LedgerDailyLogs implements DailyLogs {

  private final Ledger ledger;
  private final MetricCatalog catalog;

  LedgerDailyLogs(Ledger ledger, MetricCatalog catalog) {
    this.ledger = ledger;
    this.catalog = catalog;
  }

  @Override
  public Map<String, String> on(
      String organizationId, Collection<String> memberIds, LocalDate day) {
    List<Metric> metrics = catalog.metrics(organizationId);
    Map<String, String> logs = new HashMap<>();
    ledger
        .day(organizationId, memberIds, day)
        .forEach(
            (memberId, sheet) -> {
              // An undone report leaves an empty sheet behind; imported figures are no report.
              if (!(sheet.values().isEmpty() && sheet.notes().isEmpty()) && !sheet.isImported()) {
                logs.put(memberId, line(metrics, sheet));
              }
            });
    return logs;
  }

  private static String line(List<Metric> metrics, DaySheet sheet) {
    Stream<String> figures =
        metrics.stream()
            .filter(metric -> sheet.values().containsKey(metric.id()))
            .map(
                metric ->
                    metric.name() + FigureText.number(metric, sheet.values().get(metric.id())));
    Stream<String> summary = Stream.ofNullable(sheet.notes().get(Section.SUMMARY));
    return Stream.concat(figures, summary).collect(Collectors.joining(" "));
  }
}

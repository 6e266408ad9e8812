package io.github.xunbang.digest.pack;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.metric.FigureText;
import io.github.xunbang.metric.Figures;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.MetricCatalog;
import io.github.xunbang.metric.PeriodFigures;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.ranking.BoardRequest;
import io.github.xunbang.ranking.Leaderboard;
import io.github.xunbang.ranking.LeaderboardService;
import io.github.xunbang.ranking.LeaderboardText;
import io.github.xunbang.report.OutstandingReports;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The parts of a 战报, asked for or posted at night: totals, leaders, how many reports are owed. */
@Component
public class DaySummaryParts {

  private static final int TOP = 3;
  private static final int BOARDS = 3;

  private final MetricCatalog metrics;
  private final Figures figures;
  private final LeaderboardService leaderboards;
  private final OutstandingReports outstanding;

  /** Over the rooms that know figures, boards and reports. */
  public DaySummaryParts(
      MetricCatalog metrics,
      Figures figures,
      LeaderboardService leaderboards,
      OutstandingReports outstanding) {
    this.metrics = metrics;
    this.figures = figures;
    this.leaderboards = leaderboards;
    this.outstanding = outstanding;
  }

  /** {@code 签单 5单，业绩 5.5万}, or empty without any figure; of one metric where one is given. */
  public String totals(Scope scope, Period period, @Nullable Metric one) {
    return sums(scope, period).entrySet().stream()
        .filter(sum -> one == null ? isAnnounced(sum.getKey()) : sum.getKey().id().equals(one.id()))
        .map(
            sum ->
                LeaderboardText.name(sum.getKey().name())
                    + " "
                    + FigureText.of(sum.getValue(), sum.getKey().unit()))
        .collect(Collectors.joining("，"));
  }

  /** What the scope has in all, in display order. Over several units only what adds up is added. */
  public Map<Metric, BigDecimal> sums(Scope scope, Period period) {
    Map<String, BigDecimal> values = values(scope, period);
    Map<Metric, BigDecimal> ordered = new LinkedHashMap<>();
    metrics
        .metrics(scope.organization().id())
        .forEach(
            metric -> {
              BigDecimal value = values.get(metric.id());
              if (value != null) {
                ordered.put(metric, value);
              }
            });
    return ordered;
  }

  /** Every metric of the organization, in display order. */
  List<Metric> metrics(Organization organization) {
    return metrics.metrics(organization.id());
  }

  /** Up to three lines {@code 签单：张敏 2单、李强 1单}. */
  public List<String> leaders(Scope scope, Period period, @Nullable Metric one, LocalDate today) {
    return boards(scope, period, one, today).stream()
        .filter(board -> !board.leaders().isEmpty())
        .limit(BOARDS)
        .map(DaySummaryParts::top)
        .toList();
  }

  /** How many of the scope owe a report of {@code day}. */
  public long missing(Scope scope, LocalDate day) {
    return outstanding.missing(scope.organization(), day).stream()
        .filter(member -> scope.holds(member, day))
        .count();
  }

  /** What adds up over people and what is worked out from it. */
  static boolean isAnnounced(Metric metric) {
    return metric.rollUp() == Metric.RollUp.SUM || metric.isDerived();
  }

  private Map<String, BigDecimal> values(Scope scope, Period period) {
    Organization organization = scope.organization();
    if (scope.isAll()) {
      return figures.ofOrganization(organization, period).sums();
    }
    Map<String, PeriodFigures> ofUnits = figures.ofUnits(organization, scope.units(), period);
    if (scope.single() != null) {
      return ofUnits.values().stream().findFirst().map(PeriodFigures::sums).orElse(Map.of());
    }
    Map<String, BigDecimal> added = new HashMap<>();
    metrics.metrics(organization.id()).stream()
        .filter(metric -> metric.effectiveRollUp() == Metric.RollUp.SUM && !metric.isDerived())
        .forEach(
            metric ->
                ofUnits.values().stream()
                    .filter(one -> one.sums().containsKey(metric.id()))
                    .forEach(
                        one ->
                            added.merge(
                                metric.id(), one.sums().get(metric.id()), BigDecimal::add)));
    return added;
  }

  private List<Leaderboard> boards(
      Scope scope, Period period, @Nullable Metric one, LocalDate today) {
    BoardRequest all = BoardRequest.of(period);
    return leaderboards
        .find(scope.organization(), one == null ? all : all.of(one), today)
        .boards()
        .stream()
        .map(board -> Rows.within(board, scope))
        .toList();
  }

  /** {@code 签单：张敏 2单、李强 1单}; nobody without anything is a leader. */
  private static String top(Leaderboard board) {
    List<Leaderboard.Row> first =
        board.rows().stream()
            .filter(row -> row.place() <= TOP)
            .filter(row -> board.lowerIsBetter() || row.value().signum() > 0)
            .toList();
    String shown =
        first.stream()
            .limit(TOP)
            .map(
                row ->
                    LeaderboardText.name(row.name())
                        + " "
                        + LeaderboardText.figure(board, row.value()))
            .collect(Collectors.joining("、"));
    return LeaderboardText.name(board.metricName())
        + "："
        + shown
        + (first.size() > TOP ? "（并列还有" + (first.size() - TOP) + "人）" : "");
  }
}

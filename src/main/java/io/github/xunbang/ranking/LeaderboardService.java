package io.github.xunbang.ranking;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.closing.Closed;
import io.github.xunbang.closing.ClosingService;
import io.github.xunbang.metric.Ledger;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.MetricCatalog;
import io.github.xunbang.metric.PeriodFigures;
import io.github.xunbang.organization.Organization;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/** Leaderboards of any period: running ones from the ledger, closed ones as they were frozen. */
@Service
public class LeaderboardService {

  /** The key of frozen boards in a closing. */
  static final String FROZEN = "boards";

  private final Ledger ledger;
  private final MetricCatalog metrics;
  private final BiFunction<String, Period, Optional<Closed>> closed;

  @Autowired
  LeaderboardService(Ledger ledger, MetricCatalog metrics, ClosingService closings) {
    this(ledger, metrics, closings::find);
  }

  LeaderboardService(
      Ledger ledger, MetricCatalog metrics, BiFunction<String, Period, Optional<Closed>> closed) {
    this.ledger = ledger;
    this.metrics = metrics;
    this.closed = closed;
  }

  /**
   * The boards of all SUM metrics with at least one figure in the period, in display order, as the
   * ledger stands now; retired metrics included. Reads one document per member and month.
   *
   * @param today the business day up to which reports are expected
   */
  public List<Leaderboard> boards(Organization organization, Period period, LocalDate today) {
    Roster roster = new Roster(organization, period, today);
    Map<String, PeriodFigures> figures = ledger.figures(organization.id(), roster.ids(), period);
    LeaderboardCalculator calculator = new LeaderboardCalculator(period, roster.members(), figures);
    List<Metric> ranked =
        metrics.metrics(organization.id()).stream()
            .filter(metric -> metric.rollUp() == Metric.RollUp.SUM)
            .filter(calculator::hasFigures)
            .toList();
    if (ranked.isEmpty()) {
      return List.of();
    }
    Map<String, Map<String, Integer>> previous = places(organization, period.previous());
    Set<String> expected = roster.expected(figures.keySet());
    return ranked.stream()
        .map(
            metric ->
                calculator.board(metric, previous.getOrDefault(metric.id(), Map.of()), expected))
        .toList();
  }

  /** The frozen boards of a closed period, absent while it is open or when nobody reported. */
  public Optional<FrozenBoards> frozen(String organizationId, Period period) {
    return closed
        .apply(organizationId, period)
        .filter(found -> found.results().containsKey(FROZEN))
        .map(found -> new FrozenBoards(found, BoardJson.read(found.results().get(FROZEN))));
  }

  /** Places by metric and member; those people saw, if the period was frozen. */
  private Map<String, Map<String, Integer>> places(Organization organization, Period period) {
    List<Leaderboard> boards =
        frozen(organization.id(), period)
            .map(FrozenBoards::boards)
            .orElseGet(() -> uncompared(organization, period));
    Map<String, Map<String, Integer>> places = new HashMap<>();
    for (Leaderboard board : boards) {
      places.put(
          board.metricId(),
          board.rows().stream()
              .collect(Collectors.toMap(Leaderboard.Row::memberId, Leaderboard.Row::place)));
    }
    return places;
  }

  private List<Leaderboard> uncompared(Organization organization, Period period) {
    Roster roster = new Roster(organization, period, period.end());
    LeaderboardCalculator calculator =
        new LeaderboardCalculator(
            period, roster.members(), ledger.figures(organization.id(), roster.ids(), period));
    return metrics.metrics(organization.id()).stream()
        .filter(metric -> metric.rollUp() == Metric.RollUp.SUM)
        .map(metric -> calculator.board(metric, Map.of(), Set.of()))
        .toList();
  }
}

package io.github.xunbang.ranking;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.leave.LeaveCalendar;
import io.github.xunbang.metric.Figures;
import io.github.xunbang.metric.Ledger;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.MetricCatalog;
import io.github.xunbang.metric.PeriodFigures;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.ranking.LeaderboardCalculator.Setting;
import io.github.xunbang.ranking.Terms.Growth;
import io.github.xunbang.ranking.Terms.Ties;
import io.github.xunbang.target.Targets;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes boards from the ledger as it stands now. All boards of one request share one reading of the
 * figures: one document per subject and month.
 */
@Component
class BoardMaker {

  private final Figures figures;
  private final Ledger ledger;
  private final MetricCatalog metrics;
  private final Targets targets;
  private final LeaveCalendar leave;

  BoardMaker(
      Figures figures, Ledger ledger, MetricCatalog metrics, Targets targets, LeaveCalendar leave) {
    this.figures = figures;
    this.ledger = ledger;
    this.metrics = metrics;
    this.targets = targets;
    this.leave = leave;
  }

  /**
   * The boards of a request that have at least one place.
   *
   * @param today the business day up to which reports are expected
   * @param previous finds the places of the same boards in the previous period, by metric and
   *     subject id; asked only when there are boards
   */
  List<Leaderboard> make(
      Organization organization,
      BoardRequest request,
      LocalDate today,
      Supplier<Map<String, Map<String, Integer>>> previous) {
    Roster roster = new Roster(organization, request.period(), request.entrants(), today);
    Map<String, PeriodFigures> values = figures(organization, roster, request.period());
    LeaderboardCalculator calculator = calculator(organization, request, roster, values);
    List<Metric> ranked =
        wanted(organization, request).stream()
            .filter(metric -> calculator.hasRows(metric, request.basis()))
            .toList();
    if (ranked.isEmpty()) {
      return List.of();
    }
    @Nullable Growth growth = growth(organization, request);
    Map<String, PeriodFigures> earlier =
        growth == null ? Map.of() : figures(organization, roster, growth.against());
    Set<String> expected = roster.expected(values.keySet());
    Set<String> onLeave = leave.onLeave(organization.id(), roster.lastDay());
    Ties ties = TieSetting.of(organization);
    Map<String, Map<String, Integer>> places = previous.get();
    return ranked.stream()
        .map(
            metric ->
                calculator.board(
                    metric,
                    new Setting(
                        new Terms(
                            request.basis(), metric.direction(), ties, isAnnounced(metric), growth),
                        places.getOrDefault(metric.id(), Map.of()),
                        valuesOf(earlier, metric),
                        expected,
                        onLeave,
                        scores ->
                            ties == Ties.FIRST
                                ? new TieBreak(ledger, organization, request.period())
                                    .apply(scores, metric)
                                : scores)))
        .toList();
  }

  /** Every subject's values in an earlier period, for a column beside boards already made. */
  Map<String, BigDecimal> earlier(
      Organization organization, Entrants entrants, Metric metric, Growth growth, Period period) {
    Roster roster = new Roster(organization, period, entrants, period.end());
    return valuesOf(figures(organization, roster, growth.against()), metric);
  }

  /** The growth column that a request asks for, or null. */
  static @Nullable Growth growth(Organization organization, BoardRequest request) {
    Growth.Kind kind = request.growth();
    if (kind == null) {
      return null;
    }
    Period against =
        kind == Growth.Kind.YEAR
            ? organization.periods().yearBefore(request.period())
            : organization.periods().previous(request.period());
    return new Growth(kind, against);
  }

  /** Posts show sums and what is worked out from them (design section 6). */
  static boolean isAnnounced(Metric metric) {
    return metric.rollUp() == Metric.RollUp.SUM || metric.isDerived();
  }

  private List<Metric> wanted(Organization organization, BoardRequest request) {
    Metric one = request.metric();
    return one != null
        ? List.of(one)
        : metrics.metrics(organization.id()).stream().filter(BoardMaker::isAnnounced).toList();
  }

  private LeaderboardCalculator calculator(
      Organization organization,
      BoardRequest request,
      Roster roster,
      Map<String, PeriodFigures> values) {
    return new LeaderboardCalculator(
        request.period(),
        request.entrants(),
        roster.entrants(),
        values,
        (entrant, metric) ->
            targets
                .goal(organization, entrant.subject(), metric, request.period(), roster.lastDay())
                .orElse(null));
  }

  private Map<String, PeriodFigures> figures(
      Organization organization, Roster roster, Period period) {
    return roster.units().isEmpty()
        ? figures.ofMembers(organization, roster.members(), period)
        : figures.ofUnits(organization, roster.units(), period);
  }

  private static Map<String, BigDecimal> valuesOf(
      Map<String, PeriodFigures> figures, Metric metric) {
    Map<String, BigDecimal> values = new HashMap<>();
    figures.forEach(
        (subject, own) -> {
          BigDecimal value = own.sums().get(metric.id());
          if (value != null) {
            values.put(subject, Placing.plain(value));
          }
        });
    return values;
  }
}

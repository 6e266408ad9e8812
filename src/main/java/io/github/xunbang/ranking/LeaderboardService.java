package io.github.xunbang.ranking;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.closing.Closed;
import io.github.xunbang.closing.ClosingService;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.MetricCatalog;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.ranking.Leaderboard.Row;
import io.github.xunbang.ranking.Terms.Basis;
import io.github.xunbang.ranking.Terms.Growth;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/** Leaderboards of any period: running ones from the ledger, closed ones as they were frozen. */
@Service
public class LeaderboardService {

  /** The key of frozen boards in a closing. */
  static final String FROZEN = "boards";

  private static final Set<PeriodType> WITH_YEAR =
      Set.of(PeriodType.MONTH, PeriodType.QUARTER, PeriodType.YEAR);

  private final BoardMaker maker;
  private final MetricCatalog metrics;
  private final BiFunction<String, Period, Optional<Closed>> closed;

  @Autowired
  LeaderboardService(BoardMaker maker, MetricCatalog metrics, ClosingService closings) {
    this(maker, metrics, closings::find);
  }

  LeaderboardService(
      BoardMaker maker,
      MetricCatalog metrics,
      BiFunction<String, Period, Optional<Closed>> closed) {
    this.maker = maker;
    this.metrics = metrics;
    this.closed = closed;
  }

  /**
   * The boards people see: of a closed period as they were frozen, else as the ledger stands now;
   * retired metrics included.
   *
   * @param today the business day up to which reports are expected
   */
  public Boards find(Organization organization, BoardRequest request, LocalDate today) {
    Optional<FrozenBoards> frozen =
        frozen(organization.id(), request.period()).filter(found -> covers(found, request));
    if (frozen.isEmpty()) {
      return new Boards(null, running(organization, request, today));
    }
    return new Boards(frozen.get().closed(), chosen(organization, frozen.get().boards(), request));
  }

  /**
   * The boards as the ledger stands now, whether the period is closed or not. Reads one document
   * per subject and month.
   */
  public List<Leaderboard> running(
      Organization organization, BoardRequest request, LocalDate today) {
    return maker.make(organization, request, today, () -> previousPlaces(organization, request));
  }

  /** The frozen boards of a closed period, absent while it is open or when nobody reported. */
  public Optional<FrozenBoards> frozen(String organizationId, Period period) {
    return closed
        .apply(organizationId, period)
        .filter(found -> found.results().containsKey(FROZEN))
        .map(found -> new FrozenBoards(found, BoardJson.read(found.results().get(FROZEN))));
  }

  /**
   * The frozen board as it would be now, in the same terms, without movement and growth.
   *
   * @param unitIds only these units and their people, placed among themselves; empty for all
   */
  public Optional<Leaderboard> again(
      Organization organization, Leaderboard board, Collection<String> unitIds) {
    return metric(organization, board.metricId())
        .map(
            metric ->
                new BoardRequest(
                    board.period(), board.entrants(), board.terms().basis(), metric, null))
        .flatMap(
            request ->
                maker.make(organization, request, board.period().end(), Map::of).stream()
                    .findFirst())
        .map(now -> FrozenBoards.shown(organization, now, unitIds));
  }

  /** Everything that is kept of a period that closes, in the order in which posts show it. */
  List<Leaderboard> toFreeze(Organization organization, Period period) {
    return new FreezePlan(organization, period)
        .entrants()
        .flatMap(
            who ->
                List.of(Basis.VALUE, Basis.ATTAINMENT).stream()
                    .map(basis -> BoardRequest.of(period).of(who).by(basis)))
        .flatMap(request -> frozenForms(organization, request).stream())
        .toList();
  }

  private List<Leaderboard> frozenForms(Organization organization, BoardRequest request) {
    Growth.Kind growth =
        WITH_YEAR.contains(request.period().type()) && request.basis() == Basis.VALUE
            ? Growth.Kind.YEAR
            : null;
    BoardRequest wanted =
        new BoardRequest(request.period(), request.entrants(), request.basis(), null, growth);
    return running(organization, wanted, request.period().end()).stream()
        .map(LeaderboardService::withoutEmptyColumn)
        .toList();
  }

  /** A column of dashes says nothing: there was no last year yet. */
  private static Leaderboard withoutEmptyColumn(Leaderboard board) {
    boolean empty = board.rows().stream().allMatch(row -> row.earlier() == null);
    return empty ? board.with(board.rows(), board.terms().with(null)) : board;
  }

  /** Whether the request can be answered from what was frozen; other metrics are not kept. */
  private static boolean covers(FrozenBoards frozen, BoardRequest request) {
    Metric metric = request.metric();
    return (metric == null || BoardMaker.isAnnounced(metric))
        && frozen.boards().stream()
            .anyMatch(
                board ->
                    board.entrants().sameAs(request.entrants().everywhere())
                        && board.terms().basis() == request.basis());
  }

  private List<Leaderboard> chosen(
      Organization organization, List<Leaderboard> frozen, BoardRequest request) {
    Metric metric = request.metric();
    return frozen.stream()
        .filter(board -> board.terms().basis() == request.basis())
        .filter(board -> board.entrants().sameAs(request.entrants().everywhere()))
        .filter(board -> metric == null || metric.id().equals(board.metricId()))
        .map(board -> within(organization, board, request.entrants()))
        .filter(board -> !board.rows().isEmpty())
        .map(board -> withGrowth(organization, board, request))
        .toList();
  }

  private static Leaderboard within(
      Organization organization, Leaderboard board, Entrants entrants) {
    return entrants.withinId() == null
        ? board
        : Extract.of(board, entrants, Extract.ids(organization, board, entrants.withinId()));
  }

  private Leaderboard withGrowth(
      Organization organization, Leaderboard board, BoardRequest request) {
    @Nullable Growth growth = BoardMaker.growth(organization, request);
    if (growth == null || growth.equals(board.terms().growth())) {
      return board;
    }
    Optional<Metric> metric = metric(organization, board.metricId());
    if (metric.isEmpty()) {
      return board;
    }
    Map<String, BigDecimal> earlier =
        maker.earlier(organization, board.entrants(), metric.get(), growth, board.period());
    List<Row> rows =
        board.rows().stream().map(row -> row.with(earlier.get(row.subjectId()))).toList();
    return board.with(rows, board.terms().with(growth));
  }

  /** Places by metric and subject; those people saw, if the period was frozen. */
  private Map<String, Map<String, Integer>> previousPlaces(
      Organization organization, BoardRequest request) {
    Period previous = organization.periods().previous(request.period());
    BoardRequest before =
        new BoardRequest(previous, request.entrants(), request.basis(), request.metric(), null);
    List<Leaderboard> boards =
        frozen(organization.id(), previous)
            .filter(found -> covers(found, before))
            .map(found -> chosen(organization, found.boards(), before))
            .orElseGet(() -> maker.make(organization, before, previous.end(), Map::of));
    Map<String, Map<String, Integer>> places = new HashMap<>();
    for (Leaderboard board : boards) {
      places.put(
          board.metricId(),
          board.rows().stream().collect(Collectors.toMap(Row::subjectId, Row::place)));
    }
    return places;
  }

  private Optional<Metric> metric(Organization organization, String metricId) {
    return metrics.metrics(organization.id()).stream()
        .filter(metric -> metric.id().equals(metricId))
        .findFirst();
  }
}

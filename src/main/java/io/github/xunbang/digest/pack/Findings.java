package io.github.xunbang.digest.pack;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.metric.FigureText;
import io.github.xunbang.metric.Figures;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.TargetProgress.Progress;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Unit;
import io.github.xunbang.ranking.BoardRequest;
import io.github.xunbang.ranking.BucketText;
import io.github.xunbang.ranking.Entrants;
import io.github.xunbang.ranking.Leaderboard;
import io.github.xunbang.ranking.Leaderboard.Row;
import io.github.xunbang.ranking.LeaderboardService;
import io.github.xunbang.ranking.LeaderboardText;
import io.github.xunbang.ranking.Terms.Basis;
import io.github.xunbang.ranking.Terms.Growth;
import io.github.xunbang.target.AttainmentBuckets;
import io.github.xunbang.target.Goal;
import io.github.xunbang.target.Subject;
import io.github.xunbang.target.Targets;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What reports and packs say about a period, each as lines ready to post (S-74, S-75, S-125). */
@Component
class Findings {

  private static final int UNITS_SHOWN = 12;

  private final DaySummaryParts parts;
  private final LeaderboardService leaderboards;
  private final Targets targets;
  private final Figures figures;

  Findings(
      DaySummaryParts parts, LeaderboardService leaderboards, Targets targets, Figures figures) {
    this.parts = parts;
    this.leaderboards = leaderboards;
    this.targets = targets;
    this.figures = figures;
  }

  /** What was announced of a period, in display order. */
  Map<Metric, BigDecimal> sums(Scope scope, Period period) {
    Map<Metric, BigDecimal> sums = parts.sums(scope, period);
    sums.keySet().removeIf(metric -> !DaySummaryParts.isAnnounced(metric));
    return sums;
  }

  /** {@code 签单 12单（+3单）} per metric, against the period before. */
  List<String> totals(Scope scope, Period period) {
    Map<Metric, BigDecimal> before = sums(scope, previous(scope, period));
    List<String> lines = new ArrayList<>();
    sums(scope, period)
        .forEach(
            (metric, value) -> {
              BigDecimal earlier = before.get(metric);
              lines.add(
                  figure(metric, value)
                      + (earlier == null
                          ? ""
                          : "（" + change(metric, value.subtract(earlier)) + "）"));
            });
    return lines;
  }

  /**
   * {@code 签单 45/60单 75%，快1.2天} per metric with a target of the running period, and one line of
   * those that lag with what each workday needs (S-74).
   */
  List<String> progress(Scope scope, Period period, LocalDate today) {
    Map<Metric, BigDecimal> sums = parts.sums(scope, period);
    List<String> lines = new ArrayList<>();
    List<String> behind = new ArrayList<>();
    goals(scope, period, today)
        .forEach(
            goal -> {
              Metric metric = goal.metric();
              BigDecimal actual = sums.getOrDefault(metric, BigDecimal.ZERO);
              Progress progress =
                  targets.progress(scope.organization(), goal.goal(), metric, actual, today, false);
              lines.add(attained(metric, actual, goal.goal()) + pace(progress));
              if (progress.daysAhead().signum() < 0) {
                behind.add(LeaderboardText.name(metric.name()) + needed(metric, progress));
              }
            });
    if (!behind.isEmpty()) {
      lines.add("进度慢了：" + String.join("，", behind));
    }
    return lines;
  }

  /** {@code 签单 45/60单 75%} per metric with a target of the finished period. */
  List<String> attainment(Scope scope, Period period) {
    Map<Metric, BigDecimal> sums = parts.sums(scope, period);
    return goals(scope, period, period.end())
        .map(
            goal ->
                attained(
                    goal.metric(), sums.getOrDefault(goal.metric(), BigDecimal.ZERO), goal.goal()))
        .toList();
  }

  /** How many people and units stand in which bucket, a line per metric and kind (S-69). */
  List<String> buckets(Scope scope, Period period) {
    return attainmentBoards(scope, period)
        .flatMap(
            board ->
                BucketText.counts(scope.organization(), board)
                    .map(counts -> LeaderboardText.name(board.metricName()) + counts)
                    .stream())
        .toList();
  }

  /** Who reached the stretch target, and who grew most: what a meeting praises. */
  List<String> praise(Scope scope, Period period) {
    List<String> lines = new ArrayList<>();
    Set<String> stretched = new LinkedHashSet<>();
    Set<String> reached = new LinkedHashSet<>();
    attainmentBoards(scope, period)
        .forEach(
            board ->
                board.rows().stream()
                    .filter(row -> bucket(scope.organization(), board, row) <= 1)
                    .forEach(
                        row ->
                            (bucket(scope.organization(), board, row) == 0 ? stretched : reached)
                                .add(row.name())));
    reached.removeAll(stretched);
    names("达到奋斗：", stretched, lines);
    names("完成目标：", reached, lines);
    growth(scope, period).ifPresent(lines::add);
    return lines;
  }

  /** {@code 进步最大：张敏 签单+5单（3→8）}: per metric the greatest gain, at most three. */
  Optional<String> growth(Scope scope, Period period) {
    BoardRequest request =
        new BoardRequest(period, Entrants.MEMBERS, Basis.VALUE, null, Growth.Kind.PREVIOUS);
    List<String> best =
        leaderboards.find(scope.organization(), request, period.end()).boards().stream()
            .filter(board -> !board.lowerIsBetter() && !"%".equals(board.unit()))
            .flatMap(board -> best(Rows.within(board, scope)).stream())
            .limit(3)
            .toList();
    return best.isEmpty() ? Optional.empty() : Optional.of("进步最大：" + String.join("、", best));
  }

  /** One line worked out from the figures: what grew, what fell back (S-75). */
  Optional<String> analysis(Scope scope, Period period) {
    Map<Metric, BigDecimal> before = sums(scope, previous(scope, period));
    List<String> up = new ArrayList<>();
    List<String> down = new ArrayList<>();
    sums(scope, period)
        .forEach(
            (metric, value) -> {
              BigDecimal earlier = before.get(metric);
              int order = earlier == null ? 0 : value.compareTo(earlier);
              if (order != 0 && earlier.signum() != 0) {
                BigDecimal rate = percent(value, earlier).subtract(BigDecimal.valueOf(100)).abs();
                (order > 0 ? up : down)
                    .add(LeaderboardText.name(metric.name()) + FigureText.points(rate) + "%");
              }
            });
    String text =
        Stream.of(
                up.isEmpty() ? "" : "增长：" + String.join("、", up),
                down.isEmpty() ? "" : "回落：" + String.join("、", down))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("；"));
    return text.isEmpty() ? Optional.empty() : Optional.of("分析：" + text);
  }

  /** {@code 五店：签单 12单，业绩 5万}: one line per unit directly below the scope. */
  List<String> byUnit(Scope scope, Period period) {
    Organization organization = scope.organization();
    Unit single = scope.single();
    List<Unit> units =
        scope.isAll() || single != null
            ? organization.units().children(single == null ? null : single.id(), period.end())
            : scope.units();
    List<String> lines = new ArrayList<>();
    Set<String> filled = figures.ofUnits(organization, units, period).keySet();
    units.stream()
        .filter(unit -> filled.contains(unit.id()))
        .limit(UNITS_SHOWN)
        .forEach(
            unit ->
                lines.add(
                    LeaderboardText.name(unit.name())
                        + "："
                        + parts.totals(Scope.of(organization, unit), period, null)));
    return filled.size() > UNITS_SHOWN
        ? Stream.concat(lines.stream(), Stream.of("…共" + filled.size() + "个，全部请发：排名")).toList()
        : lines;
  }

  private record MetricGoal(Metric metric, Goal goal) {}

  private Stream<MetricGoal> goals(Scope scope, Period period, LocalDate today) {
    Unit single = scope.single();
    if (!scope.isAll() && single == null) {
      return Stream.of();
    }
    Subject subject = single == null ? Subject.ORGANIZATION : Subject.of(single);
    return parts.metrics(scope.organization()).stream()
        .filter(Metric::active)
        .flatMap(
            metric ->
                targets.goal(scope.organization(), subject, metric, period, today).stream()
                    .filter(goal -> goal.base().signum() > 0)
                    .map(goal -> new MetricGoal(metric, goal)));
  }

  private Stream<Leaderboard> attainmentBoards(Scope scope, Period period) {
    Stream<Entrants> kinds =
        scope.organization().units().active(period.end()).stream()
            .map(Unit::kind)
            .distinct()
            .map(Entrants::units);
    return Stream.concat(Stream.of(Entrants.MEMBERS), kinds)
        .map(entrants -> BoardRequest.of(period).of(entrants).by(Basis.ATTAINMENT))
        .flatMap(
            request ->
                leaderboards.find(scope.organization(), request, period.end()).boards().stream())
        .map(board -> Rows.within(board, scope))
        .filter(board -> !board.rows().isEmpty());
  }

  private static int bucket(Organization organization, Leaderboard board, Row row) {
    Leaderboard.Attained attained = Objects.requireNonNull(row.attained());
    return AttainmentBuckets.of(organization.settings())
        .indexOf(attained.actual(), attained.base(), attained.stretch(), board.terms().direction());
  }

  private static Optional<String> best(Leaderboard board) {
    return board.rows().stream()
        .filter(row -> row.earlier() != null && row.value().compareTo(row.earlier()) > 0)
        .max(Comparator.comparing(row -> row.value().subtract(row.earlier())))
        .map(
            row ->
                "%s %s+%s（%s→%s）"
                    .formatted(
                        LeaderboardText.name(row.name()),
                        LeaderboardText.name(board.metricName()),
                        LeaderboardText.figure(board, row.value().subtract(row.earlier())),
                        LeaderboardText.figure(board, row.earlier()),
                        LeaderboardText.figure(board, row.value())));
  }

  private static void names(String head, Set<String> names, List<String> lines) {
    if (!names.isEmpty()) {
      lines.add(head + LeaderboardText.names(List.copyOf(names)));
    }
  }

  private static Period previous(Scope scope, Period period) {
    return period.type() == PeriodType.CAMPAIGN
        ? period.previous()
        : scope.organization().periods().previous(period);
  }

  private static String figure(Metric metric, BigDecimal value) {
    return LeaderboardText.name(metric.name()) + " " + FigureText.of(metric, value);
  }

  private static String change(Metric metric, BigDecimal difference) {
    if (difference.signum() == 0) {
      return "持平";
    }
    return (difference.signum() > 0 ? "+" : "-") + FigureText.of(metric, difference.abs());
  }

  private static String attained(Metric metric, BigDecimal actual, Goal goal) {
    return LeaderboardText.name(metric.name())
        + " "
        + FigureText.number(metric, actual)
        + "/"
        + FigureText.of(metric, goal.base())
        + " "
        + FigureText.points(percent(actual, goal.base()))
        + "%";
  }

  private static String pace(Progress progress) {
    int ahead = progress.daysAhead().signum();
    return ahead == 0
        ? ""
        : (ahead > 0 ? "，快" : "，慢") + FigureText.points(progress.daysAhead().abs()) + "天";
  }

  private static String needed(Metric metric, Progress progress) {
    BigDecimal needed = progress.neededPerWorkday();
    return needed == null ? "" : "每个工作日要" + FigureText.of(metric, needed);
  }

  private static BigDecimal percent(BigDecimal actual, BigDecimal base) {
    BigDecimal percent = AttainmentBuckets.percent(actual, base);
    return percent == null ? BigDecimal.ZERO : percent;
  }
}

package io.github.xunbang.ranking;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.PeriodFigures;
import io.github.xunbang.ranking.Leaderboard.Apart;
import io.github.xunbang.ranking.Leaderboard.Attained;
import io.github.xunbang.ranking.Leaderboard.Unreported;
import io.github.xunbang.ranking.Leaderboard.Why;
import io.github.xunbang.ranking.Placing.Score;
import io.github.xunbang.ranking.Terms.Basis;
import io.github.xunbang.target.AttainmentBuckets;
import io.github.xunbang.target.Goal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Makes a board from values; knows no store and no clock. */
final class LeaderboardCalculator {

  private final Period period;
  private final Entrants who;
  private final List<Entrant> entrants;
  private final Map<String, PeriodFigures> figures;
  private final BiFunction<Entrant, Metric, @Nullable Goal> goals;

  /** Goals by metric and entrant: each is asked for up to three times per board. */
  private final Map<String, Map<String, Optional<Goal>>> known = new HashMap<>();

  /**
   * Prepares the boards of one period.
   *
   * @param who what the entrants are
   * @param entrants who may stand on a board, in any order
   * @param figures their values; somebody without any is absent
   * @param goals their targets, null without one
   */
  LeaderboardCalculator(
      Period period,
      Entrants who,
      List<Entrant> entrants,
      Map<String, PeriodFigures> figures,
      BiFunction<Entrant, Metric, @Nullable Goal> goals) {
    this.period = period;
    this.who = who;
    this.entrants = entrants.stream().sorted(Entrant.JOINING).toList();
    this.figures = figures;
    this.goals = goals;
  }

  /**
   * What a board is made with beside the values.
   *
   * @param terms how it is ranked
   * @param previousPlaces places by subject id in the previous like period
   * @param earlier values by subject id in the period of the growth column
   * @param expected ids of those who are missed when they have not reported
   * @param onLeave ids of those who are excused
   * @param breakTies adds to the scores when they were reached, or leaves them
   */
  record Setting(
      Terms terms,
      Map<String, Integer> previousPlaces,
      Map<String, BigDecimal> earlier,
      Set<String> expected,
      Set<String> onLeave,
      UnaryOperator<List<Score>> breakTies) {}

  /** Whether anybody has a value of the metric, for attainment also a target. */
  boolean hasRows(Metric metric, Basis basis) {
    return entrants.stream().anyMatch(one -> score(one, metric, basis) != null);
  }

  /** The board of one metric. */
  Leaderboard board(Metric metric, Setting setting) {
    Basis basis = setting.terms().basis();
    List<Score> scores = new ArrayList<>();
    List<Unreported> unreported = new ArrayList<>();
    List<Apart> apart = new ArrayList<>();
    for (Entrant one : entrants) {
      Score score =
          isZero(one, metric, setting)
              ? score(one, metric, basis, BigDecimal.ZERO)
              : score(one, metric, basis);
      if (score != null) {
        scores.add(score);
      } else if (hasNoGoal(one, metric, basis, setting)) {
        apart.add(new Apart(one.id(), one.name(), Why.NO_GOAL));
      } else if (hasParts(one, metric)) {
        apart.add(new Apart(one.id(), one.name(), Why.NO_VALUE));
      } else if (setting.expected().contains(one.id())) {
        missed(one, setting, unreported, apart);
      }
    }
    return new Leaderboard(
        metric.id(),
        metric.name(),
        basis == Basis.ATTAINMENT ? "%" : metric.unit(),
        period,
        who,
        setting.terms(),
        !setting.previousPlaces().isEmpty(),
        new Placing(setting.terms().direction())
            .rows(setting.breakTies().apply(scores), setting.previousPlaces(), setting.earlier()),
        unreported,
        apart);
  }

  /**
   * Where deals or customers write the figures nobody reports a zero, so who is expected and has no
   * value has none of them.
   */
  private boolean isZero(Entrant one, Metric metric, Setting setting) {
    return metric.isFedOn(period.end())
        && value(one, metric) == null
        && setting.expected().contains(one.id())
        && !setting.onLeave().contains(one.id());
  }

  private void missed(
      Entrant one, Setting setting, List<Unreported> unreported, List<Apart> apart) {
    if (setting.onLeave().contains(one.id())) {
      apart.add(new Apart(one.id(), one.name(), Why.ON_LEAVE));
    } else {
      unreported.add(new Unreported(one.id(), one.name(), isSilent(one)));
    }
  }

  private boolean hasNoGoal(Entrant one, Metric metric, Basis basis, Setting setting) {
    return basis == Basis.ATTAINMENT
        && (setting.expected().contains(one.id()) || value(one, metric) != null)
        && goal(one, metric) == null;
  }

  /** A ratio whose denominator is 0 has no value though its parts were reported. */
  private boolean hasParts(Entrant one, Metric metric) {
    PeriodFigures own = figures.get(one.id());
    return own != null
        && (own.sums().containsKey(metric.id())
            || metric.formula() != null
                && metric.formula().metricIds().stream().anyMatch(own.sums()::containsKey));
  }

  private @Nullable Score score(Entrant one, Metric metric, Basis basis) {
    return score(one, metric, basis, value(one, metric));
  }

  private @Nullable Score score(
      Entrant one, Metric metric, Basis basis, @Nullable BigDecimal value) {
    if (value == null || basis == Basis.VALUE) {
      return value == null ? null : new Score(one, value, null, null);
    }
    Goal goal = goal(one, metric);
    // One decimal, as 我的 and 目标 say it, so that nobody sees two places for one percentage.
    BigDecimal percent = goal == null ? null : AttainmentBuckets.percent(value, goal.base());
    if (goal == null || percent == null) {
      return null;
    }
    Attained attained = new Attained(value, goal.base(), goal.stretch());
    return new Score(one, Placing.plain(percent), attained, null);
  }

  private @Nullable Goal goal(Entrant one, Metric metric) {
    return known
        .computeIfAbsent(metric.id(), none -> new HashMap<>())
        .computeIfAbsent(one.id(), none -> Optional.ofNullable(goals.apply(one, metric)))
        .orElse(null);
  }

  private boolean isSilent(Entrant one) {
    PeriodFigures own = figures.get(one.id());
    return own == null || own.reportedDays() == 0;
  }

  private @Nullable BigDecimal value(Entrant one, Metric metric) {
    PeriodFigures own = figures.get(one.id());
    BigDecimal value = own == null ? null : own.sums().get(metric.id());
    return value == null ? null : Placing.plain(value);
  }
}

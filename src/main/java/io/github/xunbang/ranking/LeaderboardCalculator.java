package io.github.xunbang.ranking;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.PeriodFigures;
import io.github.xunbang.organization.Member;
import io.github.xunbang.ranking.Leaderboard.Row;
import io.github.xunbang.ranking.Leaderboard.Unreported;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a board from sums; knows no store and no clock. */
final class LeaderboardCalculator {

  /** Order of joining, names by code point; the id only keeps two equal people in a fixed order. */
  static final Comparator<Member> JOINING =
      Comparator.comparing(Member::since)
          .thenComparing(member -> member.name().codePoints().toArray(), Arrays::compare)
          .thenComparing(Member::id);

  private final Period period;
  private final List<Member> members;
  private final Map<String, PeriodFigures> figures;

  /**
   * Prepares the boards of one period.
   *
   * @param members who may stand on a board, in any order
   * @param figures their sums; somebody without any is absent
   */
  LeaderboardCalculator(Period period, List<Member> members, Map<String, PeriodFigures> figures) {
    this.period = period;
    this.members = members.stream().sorted(JOINING).toList();
    this.figures = figures;
  }

  /** Whether anybody reported the metric in the period. */
  boolean hasFigures(Metric metric) {
    return members.stream().anyMatch(member -> sum(member, metric) != null);
  }

  /**
   * The board of one metric.
   *
   * @param previousPlaces places by member id in the previous like period
   * @param expected ids of the members who are missed when they have not reported
   */
  Leaderboard board(Metric metric, Map<String, Integer> previousPlaces, Set<String> expected) {
    return new Leaderboard(
        metric.id(),
        metric.name(),
        metric.unit(),
        period,
        !previousPlaces.isEmpty(),
        rows(metric, previousPlaces),
        members.stream()
            .filter(member -> expected.contains(member.id()) && sum(member, metric) == null)
            .map(member -> new Unreported(member.id(), member.name(), isSilent(member)))
            .toList());
  }

  private List<Row> rows(Metric metric, Map<String, Integer> previousPlaces) {
    record Scored(Member member, BigDecimal value) {}
    List<Scored> order = new ArrayList<>();
    for (Member member : members) {
      BigDecimal value = sum(member, metric);
      if (value != null) {
        order.add(new Scored(member, value));
      }
    }
    // The sort is stable, so equal values stay in order of joining.
    order.sort(Comparator.comparing(Scored::value).reversed());
    List<Row> rows = new ArrayList<>();
    int place = 0;
    @Nullable BigDecimal current = null;
    @Nullable BigDecimal better = null;
    for (Scored scored : order) {
      if (current == null || scored.value().compareTo(current) != 0) {
        place = rows.size() + 1;
        better = current;
        current = scored.value();
      }
      String id = scored.member().id();
      rows.add(
          new Row(
              id,
              scored.member().name(),
              scored.value(),
              place,
              previousPlaces.get(id),
              better == null ? null : plain(better.subtract(scored.value()))));
    }
    return rows;
  }

  private boolean isSilent(Member member) {
    PeriodFigures own = figures.get(member.id());
    return own == null || own.reportedDays() == 0;
  }

  private @Nullable BigDecimal sum(Member member, Metric metric) {
    PeriodFigures own = figures.get(member.id());
    BigDecimal sum = own == null ? null : own.sums().get(metric.id());
    return sum == null ? null : plain(sum);
  }

  /** One form for equal numbers, so that boards are equal byte for byte: 2, never 2.0 or 2E+0. */
  private static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}

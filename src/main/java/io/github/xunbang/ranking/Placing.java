package io.github.xunbang.ranking;

import io.github.xunbang.metric.Metric;
import io.github.xunbang.ranking.Leaderboard.Attained;
import io.github.xunbang.ranking.Leaderboard.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts scores in order: better values first, then who got there first where that is known, and
 * those still equal share a place in order of joining. A total preorder, whatever order they come
 * in.
 */
final class Placing {

  /**
   * What one entrant has reached.
   *
   * @param value what is compared
   * @param attained what a percentage is made of, or null
   * @param reachedAt when the value was reached, where that breaks ties, or null
   */
  record Score(
      Entrant entrant, BigDecimal value, @Nullable Attained attained, @Nullable Instant reachedAt) {

    Score reachedAt(@Nullable Instant at) {
      return new Score(entrant, value, attained, at);
    }
  }

  private final Comparator<Score> better;

  Placing(Metric.Direction direction) {
    Comparator<Score> byValue = Comparator.comparing(Score::value);
    better =
        (direction == Metric.Direction.LOWER ? byValue : byValue.reversed())
            .thenComparing(Score::reachedAt, Comparator.nullsLast(Comparator.naturalOrder()));
  }

  /** Negative when {@code one} stands before {@code other}, 0 when they share a place. */
  int compare(Score one, Score other) {
    return better.compare(one, other);
  }

  /** Best first, equal ones in order of joining. */
  List<Score> sorted(List<Score> scores) {
    return scores.stream().sorted(better.thenComparing(Score::entrant, Entrant.JOINING)).toList();
  }

  /** The rows of {@code scores}, which may come in any order. */
  List<Row> rows(
      List<Score> scores, Map<String, Integer> previousPlaces, Map<String, BigDecimal> earlier) {
    List<Row> rows = new ArrayList<>();
    int place = 0;
    @Nullable Score current = null;
    @Nullable BigDecimal next = null;
    for (Score score : sorted(scores)) {
      if (current == null || better.compare(current, score) != 0) {
        place = rows.size() + 1;
        // Drawing level is about values: who came later at the same value looks further up.
        next = current == null || sameValue(current, score) ? next : current.value();
        current = score;
      }
      String id = score.entrant().id();
      rows.add(
          new Row(
              id,
              score.entrant().name(),
              score.value(),
              place,
              previousPlaces.get(id),
              next == null ? null : plain(next.subtract(score.value()).abs()),
              score.attained(),
              earlier.get(id)));
    }
    return rows;
  }

  private static boolean sameValue(Score one, Score other) {
    return one.value().compareTo(other.value()) == 0;
  }

  /** One form for equal numbers, so that boards are equal byte for byte: 2, never 2.0 or 2E+0. */
  static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}

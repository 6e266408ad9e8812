package io.github.xunbang.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.metric.Metric.Direction;
import io.github.xunbang.ranking.Leaderboard.Row;
import io.github.xunbang.ranking.Placing.Score;
import io.github.xunbang.target.Subject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlacingTest {

  private static final LocalDate FOUNDED = LocalDate.of(2026, 10, 1);

  @Test
  void orderIsATotalPreorderInBothDirections() {
    Random random = new Random(20261203);
    for (Direction direction : Direction.values()) {
      Placing placing = new Placing(direction);
      List<Score> scores = scores(random, 40);
      for (Score one : scores) {
        for (Score other : scores) {
          int order = placing.compare(one, other);
          assertThat(Integer.signum(placing.compare(other, one))).isEqualTo(-Integer.signum(order));
          for (Score third : scores) {
            if (order <= 0 && placing.compare(other, third) <= 0) {
              assertThat(placing.compare(one, third)).isNotPositive();
            }
          }
        }
      }
    }
  }

  @Test
  void everyPermutationGivesTheSameRowsAndPlacesCountWhoIsBetter() {
    Random random = new Random(4);
    for (int run = 0; run < 200; run++) {
      Direction direction = Direction.values()[run % 2];
      List<Score> scores = scores(random, random.nextInt(30));
      List<Row> rows = rows(direction, scores);
      Collections.shuffle(scores, random);

      assertThat(rows(direction, scores)).isEqualTo(rows);
      for (Row row : rows) {
        Score own = score(scores, row);
        long better = scores.stream().filter(other -> isBetter(direction, other, own)).count();
        assertThat(row.place()).isEqualTo((int) better + 1);
      }
    }
  }

  @Test
  void equalScoresStandInOrderOfJoining() {
    Score late = new Score(entrant("m1", 5), BigDecimal.ONE, null, null);
    Score early = new Score(entrant("m2", 1), new BigDecimal("1.0"), null, null);

    assertThat(rows(Direction.HIGHER, List.of(late, early)))
        .extracting(Row::subjectId)
        .containsExactly("m2", "m1");
  }

  @Test
  void whoGotThereFirstStandsFirstAndTheGapLooksUpToTheNextValue() {
    List<Row> rows =
        rows(
            Direction.HIGHER,
            List.of(
                score("m1", "5", "2026-12-02T01:00:00Z"),
                score("m2", "5", "2026-12-01T01:00:00Z"),
                score("m3", "3", null)));

    assertThat(rows).extracting(Row::subjectId).containsExactly("m2", "m1", "m3");
    assertThat(rows).extracting(Row::place).containsExactly(1, 2, 3);
    assertThat(rows).extracting(Row::gapToNext).containsExactly(null, null, new BigDecimal("2"));
  }

  @Test
  void whereLessIsBetterTheLeastIsFirst() {
    List<Row> rows = rows(Direction.LOWER, List.of(score("m1", "5", null), score("m2", "0", null)));

    assertThat(rows).extracting(Row::subjectId).containsExactly("m2", "m1");
    assertThat(rows.get(1).gapToNext()).isEqualByComparingTo("5");
  }

  /** Written apart from the production order: value first, then instants, a missing one last. */
  private static boolean isBetter(Direction direction, Score one, Score other) {
    int order = one.value().compareTo(other.value());
    if (order != 0) {
      return direction == Direction.HIGHER ? order > 0 : order < 0;
    }
    if (one.reachedAt() == null || other.reachedAt() == null) {
      return one.reachedAt() != null && other.reachedAt() == null;
    }
    return one.reachedAt().isBefore(other.reachedAt());
  }

  private static List<Row> rows(Direction direction, List<Score> scores) {
    return new Placing(direction).rows(scores, Map.of(), Map.of());
  }

  private static Score score(List<Score> scores, Row row) {
    return scores.stream()
        .filter(score -> score.entrant().id().equals(row.subjectId()))
        .findFirst()
        .orElseThrow();
  }

  private static List<Score> scores(Random random, int size) {
    List<Score> scores = new ArrayList<>();
    for (int index = 0; index < size; index++) {
      String value = random.nextInt(5) + (random.nextBoolean() ? ".0" : "");
      Instant at =
          random.nextInt(3) == 0
              ? null
              : Instant.parse("2026-12-0" + (1 + random.nextInt(3)) + "T01:00:00Z");
      scores.add(
          new Score(entrant("m" + index, random.nextInt(4)), new BigDecimal(value), null, at));
    }
    return scores;
  }

  private static Score score(String id, String value, String at) {
    return new Score(
        entrant(id, 0), new BigDecimal(value), null, at == null ? null : Instant.parse(at));
  }

  private static Entrant entrant(String id, int day) {
    return new Entrant(new Subject(Subject.Kind.MEMBER, id), "成员" + id, FOUNDED.plusDays(day));
  }
}

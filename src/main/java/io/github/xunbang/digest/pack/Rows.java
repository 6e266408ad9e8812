package io.github.xunbang.digest.pack;

import io.github.xunbang.ranking.Leaderboard;
import io.github.xunbang.ranking.Leaderboard.Row;
import java.util.List;
import java.util.Set;

/** A board's rows as far as a post speaks of them. */
final class Rows {

  private Rows() {}

  /** The board of people with those of the scope only, placed among themselves. */
  static Leaderboard within(Leaderboard board, Scope scope) {
    if (scope.isAll()) {
      return board;
    }
    Set<String> units = scope.unitIds();
    List<Row> kept =
        board.rows().stream()
            .filter(
                row ->
                    board.entrants().areUnits()
                        ? units.contains(row.subjectId())
                        : scope.holdsMember(row.subjectId(), board.period().end()))
            .toList();
    List<Row> placed = kept.stream().map(row -> placed(row, kept)).toList();
    return new Leaderboard(
        board.metricId(),
        board.metricName(),
        board.unit(),
        board.period(),
        board.entrants(),
        board.terms(),
        false,
        placed,
        List.of(),
        List.of());
  }

  private static Row placed(Row row, List<Row> among) {
    int place = 1 + (int) among.stream().filter(other -> other.place() < row.place()).count();
    return new Row(
        row.subjectId(), row.name(), row.value(), place, null, null, row.attained(), row.earlier());
  }
}

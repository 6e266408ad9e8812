package io.github.xunbang.ranking;

import io.github.xunbang.organization.Organization;
import io.github.xunbang.ranking.Leaderboard.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A part of a board as a board of its own: the values stay, the places are counted anew. */
final class Extract {

  private Extract() {}

  /** The subjects of the board that belong to a unit on the board's last day. */
  static Set<String> ids(Organization organization, Leaderboard board, String unitId) {
    Set<String> units = organization.units().within(unitId);
    if (board.entrants().areUnits()) {
      return units;
    }
    return organization.members().stream()
        .filter(
            member ->
                units.contains(
                    Objects.requireNonNullElse(member.unitIdOn(board.period().end()), "")))
        .map(io.github.xunbang.organization.Member::id)
        .collect(Collectors.toSet());
  }

  /** The board of these subjects. Movement is left out: the places before were among others. */
  static Leaderboard of(Leaderboard board, Entrants entrants, Set<String> ids) {
    List<Row> kept = board.rows().stream().filter(row -> ids.contains(row.subjectId())).toList();
    List<Row> rows = new ArrayList<>();
    for (Row row : kept) {
      int place = 1 + (int) kept.stream().filter(other -> other.place() < row.place()).count();
      rows.add(
          new Row(
              row.subjectId(),
              row.name(),
              row.value(),
              place,
              null,
              gap(kept, row),
              row.attained(),
              row.earlier()));
    }
    return new Leaderboard(
        board.metricId(),
        board.metricName(),
        board.unit(),
        board.period(),
        entrants,
        board.terms(),
        false,
        rows,
        board.unreported().stream().filter(one -> ids.contains(one.subjectId())).toList(),
        board.apart().stream().filter(one -> ids.contains(one.subjectId())).toList());
  }

  private static java.math.@Nullable BigDecimal gap(List<Row> kept, Row row) {
    return kept.stream()
        .filter(other -> other.place() < row.place())
        .filter(other -> other.value().compareTo(row.value()) != 0)
        .reduce((first, second) -> second)
        .map(next -> Placing.plain(next.value().subtract(row.value()).abs()))
        .orElse(null);
  }
}

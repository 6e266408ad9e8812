package io.github.xunbang.ranking;

import io.github.xunbang.closing.Closed;
import io.github.xunbang.organization.Organization;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The boards of a closed period as they were frozen; a later correction does not alter them.
 *
 * @param closed period and number
 * @param boards members by value first, then by attainment, then guests, then units of each kind
 *     and class; within each in the organization's display order of metrics
 */
public record FrozenBoards(Closed closed, List<Leaderboard> boards) {

  public FrozenBoards {
    boards = List.copyOf(boards);
  }

  /** Boards of people by value, guests apart. */
  public List<Leaderboard> ofMembers() {
    return boards.stream()
        .filter(board -> board.entrants().sameAs(Entrants.MEMBERS) && !board.isAttainment())
        .toList();
  }

  /** Every board of people: by value, by attainment, of guests. */
  public List<Leaderboard> ofPeople() {
    return boards.stream().filter(board -> !board.entrants().areUnits()).toList();
  }

  /** Every board of units. */
  public List<Leaderboard> ofUnits() {
    return boards.stream().filter(board -> board.entrants().areUnits()).toList();
  }

  /**
   * What a group reads that shows only some units: those units, what lies below them, and their
   * people, placed among themselves (S-65). All of it for no units.
   */
  public FrozenBoards shownBy(Organization organization, Collection<String> unitIds) {
    return new FrozenBoards(
        closed,
        boards.stream()
            .map(board -> shown(organization, board, unitIds))
            .filter(board -> !board.rows().isEmpty())
            .toList());
  }

  /** One board as a group of these units sees it. */
  static Leaderboard shown(
      Organization organization, Leaderboard board, Collection<String> unitIds) {
    if (unitIds.isEmpty()) {
      return board;
    }
    Set<String> ids = new HashSet<>();
    unitIds.forEach(unit -> ids.addAll(Extract.ids(organization, board, unit)));
    return Extract.of(board, board.entrants(), ids);
  }
}

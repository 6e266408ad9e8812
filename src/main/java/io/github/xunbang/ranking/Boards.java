package io.github.xunbang.ranking;

import io.github.xunbang.closing.Closed;
import io.github.xunbang.organization.Organization;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found for a request.
 *
 * @param closed the closing the boards were frozen at, or null when they are from the ledger as it
 *     stands now
 * @param boards those with at least one place, in display order
 */
public record Boards(@Nullable Closed closed, List<Leaderboard> boards) {

  public Boards {
    boards = List.copyOf(boards);
  }

  /** What a group reads that shows only some units (S-65); all of it for no units. */
  Boards shownBy(Organization organization, Collection<String> unitIds) {
    return new Boards(
        closed,
        boards.stream()
            .map(board -> FrozenBoards.shown(organization, board, unitIds))
            .filter(board -> !board.rows().isEmpty())
            .toList());
  }
}

package io.github.xunbang.ranking;

import io.github.xunbang.closing.Closed;
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
}

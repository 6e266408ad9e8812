package io.github.xunbang.ranking;

import io.github.xunbang.closing.Closed;
import java.util.List;

/**
 * The boards of a closed period as they were frozen; a later correction does not alter them.
 *
 * @param closed period and number
 * @param boards one per SUM metric with figures, in the organization's display order
 */
public record FrozenBoards(Closed closed, List<Leaderboard> boards) {

  public FrozenBoards {
    boards = List.copyOf(boards);
  }
}

package io.github.xunbang.digest.pack;

import io.github.xunbang.ranking.FrozenBoards;
import io.github.xunbang.ranking.Leaderboard;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who had the hardest time in a closed period: everybody without a place among the first three of
 * any board, by how far down the boards they stand on average. Who stands in the upper half, or is
 * on no board, is not meant.
 */
final class HardestTime {

  private static final int BEST = 3;
  private static final double HALF = 0.5;

  private HardestTime() {}

  /** Member ids, the hardest time first; equal ones in the boards' order. */
  static List<String> of(FrozenBoards frozen) {
    Set<String> best = new HashSet<>();
    Map<String, double[]> depths = new LinkedHashMap<>();
    for (Leaderboard board : frozen.ofMembers()) {
      for (Leaderboard.Row row : board.rows()) {
        if (row.place() <= BEST) {
          best.add(row.subjectId());
        }
        double[] depth = depths.computeIfAbsent(row.subjectId(), none -> new double[2]);
        depth[0] += (double) (row.place() - 1) / Math.max(1, board.rows().size() - 1);
        depth[1]++;
      }
    }
    return depths.entrySet().stream()
        .filter(entry -> !best.contains(entry.getKey()) && average(entry) >= HALF)
        .sorted(Comparator.comparing(HardestTime::average).reversed())
        .map(Map.Entry::getKey)
        .toList();
  }

  private static double average(Map.Entry<String, double[]> entry) {
    return entry.getValue()[0] / entry.getValue()[1];
  }
}

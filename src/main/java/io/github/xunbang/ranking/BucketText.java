package io.github.xunbang.ranking;

import io.github.xunbang.organization.Organization;
import io.github.xunbang.ranking.Leaderboard.Attained;
import io.github.xunbang.ranking.Leaderboard.Row;
import io.github.xunbang.target.AttainmentBuckets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Who reached how much of the target, bucket by bucket (S-69, S-70). In a group people below the
 * last border are only counted; units are named throughout.
 */
public final class BucketText {

  private BucketText() {}

  /** The answer to 排名 分档. */
  static List<String> of(AskedBoard asked) {
    Leaderboard board = asked.board();
    boolean countLast =
        asked.call().caller().conversation().isGroup() && !board.entrants().areUnits();
    List<String> lines = new ArrayList<>();
    lines.add(asked.title());
    lines.addAll(lines(asked.organization(), board, countLast));
    LeaderboardText.unreported(board).ifPresent(lines::add);
    lines.addAll(LeaderboardText.apart(board));
    return lines;
  }

  /** One line of counts for a post, such as {@code 完成：达到奋斗2人 100%以上5人}. */
  public static Optional<String> counts(Organization organization, Leaderboard board) {
    AttainmentBuckets buckets = AttainmentBuckets.of(organization.settings());
    List<List<Row>> filled = fill(buckets, board);
    List<String> parts = new ArrayList<>();
    for (int bucket = 0; bucket < filled.size(); bucket++) {
      if (!filled.get(bucket).isEmpty()) {
        parts.add(buckets.names().get(bucket) + filled.get(bucket).size() + counter(board));
      }
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of("完成：" + String.join("，", parts));
  }

  private static List<String> lines(
      Organization organization, Leaderboard board, boolean countLast) {
    AttainmentBuckets buckets = AttainmentBuckets.of(organization.settings());
    List<List<Row>> filled = fill(buckets, board);
    List<String> lines = new ArrayList<>();
    for (int bucket = 0; bucket < filled.size(); bucket++) {
      List<Row> rows = filled.get(bucket);
      if (!rows.isEmpty()) {
        boolean named = !countLast || bucket < filled.size() - 1;
        lines.add(
            buckets.names().get(bucket)
                + "（"
                + rows.size()
                + counter(board)
                + "）"
                + (named ? "：" + names(board, rows) : ""));
      }
    }
    return lines;
  }

  private static List<List<Row>> fill(AttainmentBuckets buckets, Leaderboard board) {
    List<List<Row>> filled = new ArrayList<>();
    buckets.names().forEach(name -> filled.add(new ArrayList<>()));
    for (Row row : board.rows()) {
      Attained attained = Objects.requireNonNull(row.attained());
      filled
          .get(
              buckets.indexOf(
                  attained.actual(),
                  attained.base(),
                  attained.stretch(),
                  board.terms().direction()))
          .add(row);
    }
    return filled;
  }

  private static String names(Leaderboard board, List<Row> rows) {
    return rows.stream()
        .map(
            row ->
                LeaderboardText.name(row.name()) + " " + LeaderboardText.figure(board, row.value()))
        .collect(Collectors.joining("、"));
  }

  private static String counter(Leaderboard board) {
    return board.entrants().areUnits() ? "家" : "人";
  }
}

package io.github.xunbang.ranking;

import io.github.xunbang.command.CommandCall;
import io.github.xunbang.metric.Standings.Standing;
import io.github.xunbang.ranking.Leaderboard.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the asker reads about himself: in private all; in a group the place only in the upper half
 * or after a rise, otherwise what the next place needs (design section 5).
 */
final class OwnPlace {

  /** How many places above and below one's own are shown. */
  private static final int BESIDE = 2;

  private final CommandCall call;

  OwnPlace(CommandCall call) {
    this.call = call;
  }

  /** The asker's line under a board; none for somebody who is not on a finished one. */
  Optional<String> line(Leaderboard board, boolean running) {
    String memberId = call.caller().memberId();
    if (memberId == null) {
      return Optional.empty();
    }
    Optional<Row> own = board.row(memberId);
    if (own.isEmpty()) {
      return running && isMissed(board, memberId)
          ? Optional.of(text("missing", Map.of("metric", LeaderboardText.name(board.metricName()))))
          : Optional.empty();
    }
    if (board.leaders().isEmpty()) {
      return Optional.empty();
    }
    return place(board, own.get(), running);
  }

  /** In private, below the shown places, the asker's own with two above and two below (S-77). */
  List<String> window(Leaderboard board) {
    String memberId = call.caller().memberId();
    if (memberId == null
        || call.caller().conversation().isGroup()
        || board.entrants().areUnits()
        || board.leaders().isEmpty()) {
      return List.of();
    }
    int own =
        IntStream.range(0, board.rows().size())
            .filter(index -> board.rows().get(index).subjectId().equals(memberId))
            .findFirst()
            .orElse(-1);
    int from = Math.max(0, own - BESIDE);
    int to = Math.min(board.rows().size(), own + BESIDE + 1);
    if (own < 0 || to <= LeaderboardText.shownRows()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>(List.of(text("window", Map.of())));
    board.rows().subList(from, to).stream()
        .map(row -> LeaderboardText.line(board, row))
        .forEach(lines::add);
    return lines;
  }

  /** In private the places on the other boards, in a group how to see those boards. */
  String elsewhere(List<Leaderboard> others) {
    String places =
        call.caller().conversation().isGroup() || call.caller().memberId() == null
            ? ""
            : others.stream()
                .flatMap(
                    board -> board.row(call.caller().member()).map(row -> on(board, row)).stream())
                .collect(Collectors.joining("，"));
    return places.isEmpty()
        ? text(
            "others",
            Map.of(
                "lines",
                others.stream()
                    .map(board -> "排名 " + board.metricName())
                    .collect(Collectors.joining(" · "))))
        : text("elsewhere", Map.of("places", places));
  }

  private Optional<String> place(Leaderboard board, Row row, boolean running) {
    int of = board.rows().size();
    boolean said =
        !call.caller().conversation().isGroup()
            || new Standing(row.place(), of, row.gapToNext(), row.previousPlace()).fitForGroup();
    String key = row.gapToNext() == null ? "top" : said ? "place" : "next";
    if (!running) {
      return said
          ? Optional.of(text("finished", Map.of("place", row.place(), "of", of)))
          : Optional.empty();
    }
    String gap = row.gapToNext() == null ? "" : LeaderboardText.gap(board, row.gapToNext());
    return Optional.of(text(key, Map.of("place", row.place(), "of", of, "gap", gap)));
  }

  private static String on(Leaderboard board, Row row) {
    return board.metricName() + "第" + row.place() + "名";
  }

  private static boolean isMissed(Leaderboard board, String memberId) {
    return board.unreported().stream().anyMatch(member -> member.subjectId().equals(memberId));
  }

  private String text(String key, Map<String, ?> values) {
    return call.definition().text(key, values);
  }
}

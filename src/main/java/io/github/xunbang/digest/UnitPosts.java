package io.github.xunbang.digest;

import io.github.xunbang.ranking.Leaderboard;
import io.github.xunbang.ranking.LeaderboardText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Boards of units: every row, per class where there are classes, in as few posts as can be read; a
 * post is cut between boards only (design section 7).
 */
final class UnitPosts {

  /** More lines than this are hard to scroll through in a group. */
  private static final int LINES = 60;

  private final String heading;
  private final List<Leaderboard> boards;

  /**
   * Posts of these boards.
   *
   * @param heading the first line, without the kind
   */
  UnitPosts(String heading, List<Leaderboard> boards) {
    this.heading = heading;
    this.boards = boards;
  }

  /** As few posts as hold everything; a heading names the kinds below it. */
  List<String> texts() {
    List<String> texts = new ArrayList<>();
    List<Leaderboard> page = new ArrayList<>();
    int lines = 0;
    for (Leaderboard board : ordered()) {
      int more = section(board).split("\n").length + 1;
      if (!page.isEmpty() && lines + more > LINES) {
        texts.add(text(page, texts.isEmpty()));
        page.clear();
        lines = 0;
      }
      page.add(board);
      lines += more;
    }
    if (!page.isEmpty()) {
      texts.add(text(page, texts.isEmpty()));
    }
    return texts;
  }

  /** The boards alone, in the same order, for a post that has a heading already. */
  List<String> sections() {
    return ordered().stream().map(UnitPosts::section).toList();
  }

  private String text(List<Leaderboard> page, boolean first) {
    String kinds =
        page.stream()
            .map(board -> String.valueOf(board.entrants().unitKind()))
            .distinct()
            .collect(Collectors.joining("、"));
    return heading
        + " "
        + kinds
        + (first ? "" : "（续）")
        + page.stream().map(board -> "\n\n" + section(board)).collect(Collectors.joining());
  }

  /** Kind by kind; within one, metric by metric, and per class where there are classes. */
  private List<Leaderboard> ordered() {
    return boards.stream()
        .map(board -> board.entrants().unitKind())
        .distinct()
        .flatMap(kind -> ofKind(String.valueOf(kind)).stream())
        .toList();
  }

  private List<Leaderboard> ofKind(String kind) {
    List<Leaderboard> ofKind =
        boards.stream().filter(board -> kind.equals(board.entrants().unitKind())).toList();
    boolean classed = ofKind.stream().anyMatch(board -> board.entrants().unitClass() != null);
    return ofKind.stream()
        .map(Leaderboard::metricId)
        .distinct()
        .flatMap(metric -> ofKind.stream().filter(board -> board.metricId().equals(metric)))
        .filter(board -> classed == (board.entrants().unitClass() != null))
        .toList();
  }

  private static String section(Leaderboard board) {
    List<String> lines = new ArrayList<>();
    lines.add("■ " + LeaderboardText.name(board.title()) + " " + board.entrants().label());
    lines.addAll(LeaderboardText.rows(board));
    LeaderboardText.unreported(board).ifPresent(lines::add);
    lines.addAll(LeaderboardText.apart(board));
    lines.addAll(LeaderboardText.notes(board));
    return String.join("\n", lines);
  }
}

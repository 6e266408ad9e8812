package io.github.xunbang.digest;

import io.github.xunbang.ranking.Leaderboard;
import io.github.xunbang.ranking.LeaderboardText;
import java.util.ArrayList;
import java.util.List;

/**
 * Boards of units: every row, per class where there are classes, one kind per post; a long post is
 * cut between boards (design section 7).
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

  List<String> texts() {
    return boards.stream()
        .map(board -> String.valueOf(board.entrants().unitKind()))
        .distinct()
        .flatMap(kind -> ofKind(kind).stream())
        .toList();
  }

  private List<String> ofKind(String kind) {
    List<Leaderboard> ofKind =
        boards.stream().filter(board -> kind.equals(board.entrants().unitKind())).toList();
    boolean classed = ofKind.stream().anyMatch(board -> board.entrants().unitClass() != null);
    List<String> sections =
        ofKind.stream()
            .map(Leaderboard::metricId)
            .distinct()
            .flatMap(metric -> ofKind.stream().filter(board -> board.metricId().equals(metric)))
            .filter(board -> classed == (board.entrants().unitClass() != null))
            .map(UnitPosts::section)
            .toList();
    List<String> texts = new ArrayList<>();
    StringBuilder text = new StringBuilder(heading + " " + kind);
    for (String section : sections) {
      if (text.indexOf("\n") > 0 && lines(text) + lines(section) > LINES) {
        texts.add(text.toString());
        text = new StringBuilder(heading + " " + kind + "（续）");
      }
      text.append("\n\n").append(section);
    }
    texts.add(text.toString());
    return texts;
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

  private static long lines(CharSequence text) {
    return text.chars().filter(c -> c == '\n').count() + 1;
  }
}

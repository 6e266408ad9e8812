package io.github.xunbang.ranking;

import io.github.xunbang.closing.Closed;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.ranking.Leaderboard.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A board that is shown as an answer.
 *
 * @param found never without boards; the first is shown
 */
record AskedBoard(
    CommandCall call, Organization organization, BoardQuestion question, Boards found) {

  Leaderboard board() {
    return found.boards().get(0);
  }

  List<Leaderboard> others() {
    return found.boards().subList(1, found.boards().size());
  }

  boolean isRunning() {
    return found.closed() == null && board().period().contains(question.today());
  }

  String title() {
    return call.definition()
        .text(
            "title",
            Map.of("metric", what(), "period", board().period().label(), "state", state()));
  }

  /** The rows to show, with an entry line only those over it and how many are not (S-68). */
  List<String> rows() {
    @Nullable BigDecimal line = question.entryLine();
    if (line == null) {
      return LeaderboardText.rows(board());
    }
    List<Row> over = board().rows().stream().filter(row -> isOver(row, line)).toList();
    List<String> lines = new ArrayList<>();
    over.stream()
        .limit(board().entrants().areUnits() ? over.size() : LeaderboardText.shownRows())
        .map(row -> LeaderboardText.line(board(), row))
        .forEach(lines::add);
    String counter = board().entrants().areUnits() ? "家" : "人";
    int under = board().rows().size() - over.size();
    lines.add(
        "达到"
            + LeaderboardText.figure(board(), line)
            + "的"
            + over.size()
            + counter
            + (under == 0 ? "" : "，另有" + under + counter + "还在路上"));
    return lines;
  }

  private boolean isOver(Row row, BigDecimal line) {
    int order = row.value().compareTo(line);
    return board().lowerIsBetter() ? order <= 0 : order >= 0;
  }

  private String what() {
    String who = board().entrants().label();
    String metric =
        LeaderboardText.name(board().metricName()) + (board().isAttainment() ? " 完成率" : "");
    return who.isEmpty() ? metric : metric + " " + who;
  }

  private String state() {
    @Nullable Closed closed = found.closed();
    if (closed != null) {
      return "第" + closed.number() + "期";
    }
    return isRunning() ? "进行中" : "已结束";
  }
}

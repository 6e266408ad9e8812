package io.github.xunbang.ranking;

import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.ranking.Leaderboard.Row;
import io.github.xunbang.ranking.Leaderboard.Unreported;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a board reads on a phone. Nobody is shamed: what lies beyond the tenth row is a number. */
public final class LeaderboardText {

  private static final int SHOWN_ROWS = 10;
  private static final int SHOWN_RISES = 3;
  private static final int SHOWN_NAMES = 10;
  private static final int NAME_LENGTH = 20;

  private LeaderboardText() {}

  /**
   * The first ten places, one line each, such as {@code 1. 张敏 24个 ↑2}; over ten also how many stand
   * on the board and who rose most.
   */
  public static List<String> rows(Leaderboard board) {
    if (board.leaders().isEmpty()) {
      return List.of("还没有人破零，第一名在等你！");
    }
    List<String> lines = new ArrayList<>();
    board.rows().stream().limit(SHOWN_ROWS).map(row -> line(board, row)).forEach(lines::add);
    if (board.rows().size() > SHOWN_ROWS) {
      lines.add("…共" + board.rows().size() + "人上榜" + cutTie(board));
      rises(board).ifPresent(lines::add);
    }
    return lines;
  }

  /** A value with its unit, {@code 3.5万} or {@code 2单}. */
  public static String figure(Leaderboard board, BigDecimal value) {
    return FigureText.of(value, board.unit());
  }

  /** Names in a group: at most ten, then how many in all; {@code 张敏、李强等12人}. */
  public static String names(List<String> names) {
    String shown =
        names.stream()
            .limit(SHOWN_NAMES)
            .map(LeaderboardText::name)
            .collect(Collectors.joining("、"));
    return names.size() > SHOWN_NAMES ? shown + "等" + names.size() + "人" : shown;
  }

  /** A name somebody typed, made harmless. */
  public static String name(String typed) {
    return UntrustedText.oneLine(typed, NAME_LENGTH);
  }

  /** The line that shows these members apart, {@code 未上报2人：赵六、钱七}. */
  public static String unreported(List<Unreported> members) {
    return "未上报" + members.size() + "人：" + names(members.stream().map(Unreported::name).toList());
  }

  private static String line(Leaderboard board, Row row) {
    String line = row.place() + ". " + name(row.name()) + " " + figure(board, row.value());
    return board.compared() ? line + " " + movement(row) : line;
  }

  private static String movement(Row row) {
    if (row.previousPlace() == null) {
      return "新";
    }
    int rise = row.rise();
    return rise == 0 ? "—" : rise > 0 ? "↑" + rise : "↓" + -rise;
  }

  /** A tie is never cut silently at the tenth row. */
  private static String cutTie(Leaderboard board) {
    int place = board.rows().get(SHOWN_ROWS - 1).place();
    long hidden =
        board.rows().stream().skip(SHOWN_ROWS).filter(row -> row.place() == place).count();
    return hidden == 0 ? "" : "，并列第" + place + "的还有" + hidden + "人";
  }

  private static Optional<String> rises(Leaderboard board) {
    String best =
        board.rows().stream()
            .filter(row -> row.rise() > 0)
            .sorted(Comparator.comparing(Row::rise).reversed())
            .limit(SHOWN_RISES)
            .map(row -> name(row.name()) + " ↑" + row.rise())
            .collect(Collectors.joining("、"));
    return best.isEmpty() ? Optional.empty() : Optional.of("进步最大：" + best);
  }
}

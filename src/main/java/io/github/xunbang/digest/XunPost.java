package io.github.xunbang.digest;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.ranking.FrozenBoards;
import io.github.xunbang.ranking.Leaderboard;
import io.github.xunbang.ranking.Leaderboard.Unreported;
import io.github.xunbang.ranking.LeaderboardText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The text of a 旬榜: that 旬 only, all metrics in one post (design section 6). */
final class XunPost {

  private XunPost() {}

  static String text(FrozenBoards frozen) {
    Period xun = frozen.closed().period();
    List<String> parts = new ArrayList<>();
    parts.add("【旬榜】" + xun.label() + " 第" + frozen.closed().number() + "期");
    frozen.boards().forEach(board -> parts.add(section(board)));
    List<Unreported> silent = silent(frozen);
    if (!silent.isEmpty()) {
      parts.add(LeaderboardText.unreported(silent));
    }
    parts.add(closing(frozen, xun.next()));
    return String.join("\n\n", parts);
  }

  private static String section(Leaderboard board) {
    List<String> lines = new ArrayList<>();
    lines.add("■ " + LeaderboardText.name(board.metricName()));
    lines.addAll(LeaderboardText.rows(board));
    // Who reported other things is only counted here: not everybody sells everything.
    long others = board.unreported().stream().filter(member -> !member.silent()).count();
    if (others > 0) {
      lines.add("另有" + others + "人未报此项");
    }
    return String.join("\n", lines);
  }

  /** Whoever is silent on one board is silent on all. */
  private static List<Unreported> silent(FrozenBoards frozen) {
    return frozen.boards().get(0).unreported().stream().filter(Unreported::silent).toList();
  }

  private static String closing(FrozenBoards frozen, Period next) {
    String winners =
        frozen.boards().stream()
            .filter(board -> !board.leaders().isEmpty())
            .map(XunPost::winners)
            .collect(Collectors.joining("，"));
    String thanks = winners.isEmpty() ? "这一旬大家辛苦了！" : "恭喜本旬第一：" + winners + "！";
    return thanks
        + "\n"
        + next.label()
        + "（"
        + DateText.shortDay(next.start())
        + "-"
        + DateText.shortDay(next.end())
        + "）已经开始，一起加油！";
  }

  private static String winners(Leaderboard board) {
    return LeaderboardText.name(board.metricName())
        + " "
        + LeaderboardText.names(board.leaders().stream().map(Leaderboard.Row::name).toList());
  }
}

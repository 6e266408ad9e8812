package io.github.xunbang.ranking;

import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.metric.FigureText;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.ranking.Leaderboard.Apart;
import io.github.xunbang.ranking.Leaderboard.Row;
import io.github.xunbang.ranking.Leaderboard.Unreported;
import io.github.xunbang.ranking.Leaderboard.Why;
import io.github.xunbang.ranking.Terms.Growth;
import io.github.xunbang.ranking.Terms.Ties;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a board reads on a phone. Nobody is shamed: what lies beyond the tenth row is a number. */
public final class LeaderboardText {

  private static final int SHOWN_ROWS = 10;
  private static final int SHOWN_ZEROS = 3;
  private static final int SHOWN_RISES = 3;
  private static final int SHOWN_NAMES = 10;
  private static final int SHOWN_LAST = 3;
  private static final int NAME_LENGTH = 20;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private LeaderboardText() {}

  /**
   * The first ten places, one line each, such as {@code 1. 张敏 24个 ↑2}; over ten also how many stand
   * on the board and who rose most. More than three people at zero are only counted. Boards of
   * units show every row.
   */
  public static List<String> rows(Leaderboard board) {
    if (isBlank(board)) {
      return List.of("还没有人破零，第一名在等你！");
    }
    int shown = board.entrants().areUnits() ? board.rows().size() : SHOWN_ROWS;
    List<String> lines = new ArrayList<>();
    long zeros = zeros(board);
    if (zeros > SHOWN_ZEROS && board.rows().size() - zeros <= shown) {
      board.rows().stream()
          .filter(row -> row.value().signum() != 0)
          .map(row -> line(board, row))
          .forEach(lines::add);
      lines.add("另有" + zeros + "人还没破零，一起加油！");
      rises(board).ifPresent(lines::add);
      return lines;
    }
    board.rows().stream().limit(shown).map(row -> line(board, row)).forEach(lines::add);
    if (board.rows().size() > shown) {
      lines.add("…共" + board.rows().size() + "人上榜" + cutTie(board));
      rises(board).ifPresent(lines::add);
    }
    return lines;
  }

  /** One place, {@code 1. 张敏 24个 ↑2}. */
  public static String line(Leaderboard board, Row row) {
    StringBuilder line = new StringBuilder();
    line.append(row.place()).append(". ").append(name(row.name())).append(' ');
    line.append(figure(board, row.value()));
    if (board.compared()) {
      line.append(' ').append(movement(row));
    }
    Growth growth = board.terms().growth();
    if (growth != null) {
      line.append(' ').append(growth.kind().word()).append(change(board, row));
    }
    return line.toString();
  }

  /** How many rows {@link #rows} shows of a board of people. */
  public static int shownRows() {
    return SHOWN_ROWS;
  }

  /** What stands under a board of its rules: what is compared with, and how ties are broken. */
  public static List<String> notes(Leaderboard board) {
    List<String> notes = new ArrayList<>();
    Growth growth = board.terms().growth();
    if (growth != null) {
      notes.add(growth.kind().word() + "：与" + growth.against().label() + "比");
    }
    if (board.terms().ties() == Ties.FIRST) {
      notes.add("前十名数值相同时，先达到的排前");
    }
    return notes;
  }

  /** Those shown apart, one line per reason. */
  public static List<String> apart(Leaderboard board) {
    List<String> lines = new ArrayList<>();
    apart(board, Why.ON_LEAVE, "请假").ifPresent(lines::add);
    apart(board, Why.NO_GOAL, "未设目标").ifPresent(lines::add);
    apart(board, Why.NO_VALUE, "暂无数值（—）").ifPresent(lines::add);
    return lines;
  }

  /** The last three of a long board of people, only where a manager switched that on. */
  public static Optional<String> lastPlaces(Organization organization, Leaderboard board) {
    int from = Math.max(SHOWN_ROWS, board.rows().size() - SHOWN_LAST);
    if (!LastPlacesSetting.isOn(organization)
        || board.entrants().areUnits()
        || board.rows().size() <= from) {
      return Optional.empty();
    }
    return Optional.of("待努力：" + names(board.rows().stream().skip(from).map(Row::name).toList()));
  }

  /** A value with its unit, {@code 3.5万} or {@code 2单}. */
  public static String figure(Leaderboard board, BigDecimal value) {
    return FigureText.of(value, board.unit());
  }

  /** What is missing to the next place; between percentages it is counted in points. */
  public static String gap(Leaderboard board, BigDecimal gap) {
    return board.unit().equals("%") ? FigureText.points(gap) + "个百分点" : figure(board, gap);
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

  /** The same line of a board, units counted as 家. */
  public static Optional<String> unreported(Leaderboard board) {
    if (board.unreported().isEmpty()) {
      return Optional.empty();
    }
    String line = unreported(board.unreported());
    return Optional.of(
        board.entrants().areUnits()
            ? "未上报" + board.unreported().size() + "家" + unitNames(line)
            : line);
  }

  private static String unitNames(String line) {
    String names = line.substring(line.indexOf('：'));
    return names.endsWith("人") && names.contains("等")
        ? names.substring(0, names.length() - 1) + "家"
        : names;
  }

  private static Optional<String> apart(Leaderboard board, Why why, String word) {
    List<Apart> some = board.apart(why);
    if (some.isEmpty()) {
      return Optional.empty();
    }
    // Where hardly anybody has a target, the names of all others say nothing.
    String names =
        why == Why.NO_GOAL && some.size() > SHOWN_NAMES
            ? ""
            : "：" + names(some.stream().map(Apart::name).toList());
    return Optional.of(
        board.entrants().areUnits()
            ? word + some.size() + "家" + (names.isEmpty() ? "" : unitNames(names))
            : word + some.size() + "人" + names);
  }

  private static boolean isBlank(Leaderboard board) {
    return !board.lowerIsBetter()
        && board.rows().stream().allMatch(row -> row.value().signum() == 0);
  }

  /**
   * Rows of people with nothing, where more is better: a list of them would shame and say nothing.
   */
  private static long zeros(Leaderboard board) {
    return board.lowerIsBetter() || board.entrants().areUnits()
        ? 0
        : board.rows().stream().filter(row -> row.value().signum() == 0).count();
  }

  private static String movement(Row row) {
    if (row.previousPlace() == null) {
      return "新";
    }
    int rise = row.rise();
    return rise == 0 ? "—" : rise > 0 ? "↑" + rise : "↓" + -rise;
  }

  /** {@code +12.5%}; a percentage changes by points; from nothing there is no rate. */
  private static String change(Leaderboard board, Row row) {
    @Nullable BigDecimal earlier = row.earlier();
    BigDecimal now = row.attained() == null ? row.value() : row.attained().actual();
    if (earlier == null || earlier.signum() == 0) {
      return "—";
    }
    if (row.attained() == null && board.unit().equals("%")) {
      return signed(now.subtract(earlier)) + "个百分点";
    }
    BigDecimal rate =
        now.subtract(earlier).multiply(HUNDRED).divide(earlier.abs(), 1, RoundingMode.HALF_UP);
    return signed(rate) + "%";
  }

  private static String signed(BigDecimal value) {
    return (value.signum() > 0 ? "+" : "") + FigureText.points(value);
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

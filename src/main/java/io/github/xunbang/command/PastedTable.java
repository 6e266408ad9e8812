package io.github.xunbang.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A table pasted from a sheet: its first line names the columns. Tabs, bars or commas stand between
 * cells, else blanks; then an empty cell must be typed as {@code -}.
 *
 * @param border what the cells are split by
 * @param rows every line that says something, the first one in front
 */
public record PastedTable(Border border, List<Row> rows) {

  private static final Set<String> MEMBER_HEADS =
      Set.of("姓名", "名字", "成员", "员工", "业务员", "人员", "汇报人");
  private static final Set<String> UNIT_HEADS =
      Set.of("门店", "店名", "店", "单位", "小组", "小区", "大区", "城市", "团队");
  private static final Set<String> NUMBERING = Set.of("序号", "编号", "no", "no.", "#", "");
  private static final Set<String> EMPTY = Set.of("", "-", "--", "/", "\\", "—");
  private static final Set<String> TOTALS = Set.of("合计", "总计", "小计", "汇总", "总和");

  public PastedTable {
    rows = List.copyOf(rows);
  }

  /** What stands between two cells. */
  public enum Border {
    TAB("\t"),
    BAR("\\|"),
    COMMA("[,，]"),
    BLANK("[\\s\\u00A0\\u3000]+");

    private final String pattern;

    Border(String pattern) {
      this.pattern = pattern;
    }

    private static Border of(String head) {
      String bare = bare(head);
      if (head.indexOf('\t') >= 0) {
        return TAB;
      }
      if (bare.indexOf('|') >= 0) {
        return BAR;
      }
      return head.matches(".*[,，].*") ? COMMA : BLANK;
    }

    /** The cells of a line, without blanks around them. */
    public List<String> cells(String line) {
      String bare = this == BLANK ? line.strip() : this == BAR ? bare(line) : line;
      return Stream.of(bare.split(pattern, -1)).map(String::strip).toList();
    }

    private static String bare(String line) {
      return line.strip().replaceAll("^\\||\\|$", "");
    }
  }

  /**
   * One line.
   *
   * @param number as people count, the first being 1
   * @param line as typed
   */
  public record Row(int number, String line, List<String> cells) {

    public Row {
      cells = List.copyOf(cells);
    }

    /** The cell, empty behind the last one. */
    public String cell(int column) {
      return column < cells.size() ? cells.get(column) : "";
    }
  }

  /** The table in these lines, split as its first line is; blank ones are skipped but counted. */
  public static PastedTable of(List<String> lines) {
    String head = lines.stream().filter(line -> !line.isBlank()).findFirst().orElse("");
    Border border = Border.of(head);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        rows.add(new Row(i + 1, lines.get(i), border.cells(lines.get(i))));
      }
    }
    return new PastedTable(border, rows);
  }

  /** Whether a column of that head holds people's names. */
  public static boolean headsMembers(String cell) {
    return MEMBER_HEADS.contains(cell);
  }

  /** Whether a column of that head holds names of units. */
  public static boolean headsUnits(String cell) {
    return UNIT_HEADS.contains(cell);
  }

  /** Whether a column of that head only counts the lines. */
  public static boolean headsNumbering(String cell) {
    return NUMBERING.contains(cell);
  }

  /** Whether the cell says nothing. */
  public static boolean isEmpty(String cell) {
    return EMPTY.contains(cell);
  }

  /** Whether a line of that name only adds the others up. */
  public static boolean isTotal(String name) {
    return TOTALS.contains(name);
  }
}

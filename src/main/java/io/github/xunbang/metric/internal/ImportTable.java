package io.github.xunbang.metric.internal;

import io.github.xunbang.command.ChineseNumber;
import io.github.xunbang.command.ParsedNumber;
import io.github.xunbang.command.PastedTable;
import io.github.xunbang.command.TypedText;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.metric.FigureText;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.Metric.Kind;
import io.github.xunbang.metric.Metric.RollUp;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a pasted table of a period's figures: 姓名 or 门店 and metrics in the first line, columns apart
 * by tabs, commas or blanks. An empty cell, {@code -} or {@code /} says nothing; a 合计 line only
 * checks. Everything wrong is collected as a sentence that names its line.
 */
final class ImportTable {

  private static final Pattern HEAD = Pattern.compile("([^(]+)(?:\\((万)?元?\\)|\\([^)]*\\))?");
  private static final BigDecimal WAN = new BigDecimal(10_000);
  private static final int MAX_PROBLEMS = 3;

  private final Function<String, Optional<Metric>> metrics;
  private final Map<Integer, Column> columns = new HashMap<>();
  private final Map<String, Map<Metric, BigDecimal>> rows = new LinkedHashMap<>();
  private final Map<String, Integer> lineOf = new HashMap<>();
  private final List<String> problems = new ArrayList<>();
  private @Nullable Map<Metric, BigDecimal> claimed;
  private int nameColumn = -1;
  private boolean ofUnits;

  private ImportTable(Function<String, Optional<Metric>> metrics) {
    this.metrics = metrics;
  }

  private record Column(Metric metric, boolean wan) {}

  /**
   * Reads {@code typed}.
   *
   * @param metrics finds an active metric by name or alias
   */
  static ImportTable read(String typed, Function<String, Optional<Metric>> metrics) {
    ImportTable table = new ImportTable(metrics);
    List<String> lines = TypedText.clean(typed).lines().filter(line -> !line.isBlank()).toList();
    PastedTable pasted = PastedTable.of(lines);
    boolean blanks = pasted.border() == PastedTable.Border.BLANK;
    int width = 0;
    for (PastedTable.Row row : pasted.rows()) {
      if (row.number() == 1) {
        width = row.cells().size();
        table.head(row.cells());
      } else if (blanks && row.cells().size() != width) {
        table.problem(row.number(), "“" + shown(row.line()) + "”和表头的列数对不上，没有数的格请写“-”");
      } else if (table.nameColumn >= 0) {
        table.row(row.number(), row.cells());
      }
    }
    table.checkSums();
    return table;
  }

  /** Whether the rows are units, not members. */
  boolean ofUnits() {
    return ofUnits;
  }

  /** The values by name, in the table's order. */
  Map<String, Map<Metric, BigDecimal>> rows() {
    return rows;
  }

  /** Adds a problem of a name's line. */
  void problem(String name, String sentence) {
    problem(lineOf.getOrDefault(name, 1), sentence);
  }

  /** What is wrong, the first few, one per line; empty when all is well. */
  String problems() {
    String shown = String.join("\n", problems.subList(0, Math.min(MAX_PROBLEMS, problems.size())));
    return problems.size() > MAX_PROBLEMS ? shown + "\n共" + problems.size() + "处" : shown;
  }

  private void head(List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      String cell = TypedText.normalize(cells.get(i)).strip();
      if (nameColumn < 0 && (PastedTable.headsMembers(cell) || PastedTable.headsUnits(cell))) {
        nameColumn = i;
        ofUnits = PastedTable.headsUnits(cell);
      } else if (!PastedTable.headsNumbering(cell)) {
        column(i, cells.get(i), cell);
      }
    }
    if (nameColumn < 0) {
      problem(1, "表头要有“姓名”或“门店”一列");
    } else if (columns.isEmpty() && problems.isEmpty()) {
      problem(1, "表头要有指标名，例如：姓名 业绩 意向");
    }
  }

  private void column(int index, String typed, String cell) {
    Matcher head = HEAD.matcher(cell);
    Optional<Metric> metric =
        head.matches() ? metrics.apply(head.group(1).strip()) : Optional.empty();
    if (metric.isEmpty()) {
      problem(1, "“" + shown(typed) + "”不是指标，发“指标”看全部");
    } else if (metric.get().isDerived()) {
      problem(1, "“" + metric.get().name() + "”是算出来的，不用导入，请去掉这一列");
    } else if (columns.values().stream().anyMatch(one -> one.metric().equals(metric.get()))) {
      problem(1, "“" + metric.get().name() + "”有两列，请留一列");
    } else {
      columns.put(index, new Column(metric.get(), head.group(2) != null));
    }
  }

  private void row(int line, List<String> cells) {
    String name = nameColumn >= 0 && nameColumn < cells.size() ? cells.get(nameColumn) : "";
    if (name.isEmpty()) {
      problem(line, ofUnits ? "没有写门店" : "没有写姓名");
      return;
    }
    Map<Metric, BigDecimal> values = new LinkedHashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      if (i != nameColumn && !PastedTable.isEmpty(cells.get(i))) {
        cell(line, i, cells.get(i), values);
      }
    }
    if (PastedTable.isTotal(name)) {
      claimed = values;
    } else if (rows.put(name, values) != null) {
      problem(line, "“" + shown(name) + "”写了两行");
    } else {
      lineOf.put(name, line);
    }
  }

  private void cell(int line, int index, String cell, Map<Metric, BigDecimal> values) {
    Column column = columns.get(index);
    if (column == null) {
      if (index > columns.keySet().stream().mapToInt(i -> i).max().orElse(index)) {
        problem(line, "“" + shown(cell) + "”上面没有列名，没有数的格请写“-”");
      }
      return;
    }
    // A sheet writes 1,234; the comma is no separator here any more.
    Optional<ParsedNumber> number = ChineseNumber.parse(cell.replace(",", ""));
    Metric metric = column.metric();
    boolean share = metric.kind() == Kind.RATIO;
    if (number.isEmpty()
        || number.get().percent() && !share
        || number.get().money() && metric.kind() != Kind.AMOUNT) {
      problem(line, "“" + shown(cell) + "”不是" + metric.name() + "的数");
      return;
    }
    BigDecimal value = number.get().value();
    if (value.signum() < 0 && metric.min() != null && metric.min().signum() >= 0) {
      problem(line, metric.name() + "不能是负数");
    }
    values.put(metric, column.wan() && !number.get().unitKnown() ? value.multiply(WAN) : value);
  }

  private void checkSums() {
    if (claimed == null || !problems.isEmpty()) {
      return;
    }
    claimed.forEach(
        (metric, total) -> {
          BigDecimal sum =
              rows.values().stream()
                  .map(values -> values.getOrDefault(metric, BigDecimal.ZERO))
                  .reduce(BigDecimal.ZERO, BigDecimal::add);
          if (metric.effectiveRollUp() == RollUp.SUM && sum.compareTo(total) != 0) {
            problems.add(
                "合计行的%s写%s，各行加起来是%s"
                    .formatted(
                        metric.name(),
                        FigureText.number(metric, total),
                        FigureText.number(metric, sum)));
          }
        });
  }

  private void problem(int line, String sentence) {
    problems.add("第" + line + "行：" + sentence);
  }

  private static String shown(String typed) {
    return UntrustedText.oneLine(typed, 12);
  }
}

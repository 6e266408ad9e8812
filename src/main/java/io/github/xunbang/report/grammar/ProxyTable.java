package io.github.xunbang.report.grammar;

import io.github.xunbang.command.PastedTable;
import io.github.xunbang.command.TypedText;
import io.github.xunbang.metric.Metric;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads 代报 as a table pasted from a sheet: cells between tabs, 姓名 and metrics in the first line. An
 * empty cell, {@code -} or {@code /} leaves the value alone.
 */
final class ProxyTable {

  private static final Set<String> IGNORED = Set.of("小组", "部门", "岗位");

  private final List<String> lines;
  private final int header;
  private final ReportGrammar grammar;
  private final Lexicon lexicon;
  private final Instant now;
  private final List<String> labels = new ArrayList<>();
  private int nameColumn;

  ProxyTable(List<String> lines, int header, ReportGrammar grammar, Lexicon lexicon, Instant now) {
    this.lines = lines;
    this.header = header;
    this.grammar = grammar;
    this.lexicon = lexicon;
    this.now = now;
  }

  /**
   * A table whose columns stand apart by blanks, with tabs instead: its first line is 姓名 and
   * metrics, and each row has a cell for each column. Any other text stays as it is.
   */
  static List<String> tabbed(List<String> lines, Lexicon lexicon) {
    int columns = 0;
    List<String> tabbed = new ArrayList<>();
    for (String line : lines) {
      String[] words = line.strip().split("[ \u3000]+");
      columns = columns == 0 && isSpacedHeader(words, lexicon) ? words.length : columns;
      tabbed.add(columns > 1 && words.length == columns ? String.join("\t", words) : line);
    }
    return tabbed;
  }

  private static boolean isSpacedHeader(String[] words, Lexicon lexicon) {
    boolean names = false;
    boolean metrics = false;
    for (String word : words) {
      boolean name = PastedTable.headsMembers(word);
      boolean metric = lexicon.metricNamed(word).isPresent();
      if (!name && !metric && !isIgnored(word)) {
        return false;
      }
      names |= name;
      metrics |= metric;
    }
    return names && metrics;
  }

  /** Index of the line that heads a table, or -1. */
  static int headerLine(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      for (String cell : cells(lines.get(i))) {
        if (PastedTable.headsMembers(cell) && lines.get(i).indexOf('\t') >= 0) {
          return i;
        }
      }
    }
    return -1;
  }

  private static boolean isIgnored(String head) {
    return IGNORED.contains(head) || PastedTable.headsNumbering(head);
  }

  private static List<String> cells(String line) {
    return PastedTable.Border.TAB.cells(TypedText.normalize(line));
  }

  void readInto(ProxyCollector collector) {
    String date = date(collector);
    boolean readable = readHeader(collector);
    for (int i = header + 1; i < lines.size() && readable; i++) {
      List<String> cells = cells(lines.get(i));
      if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
        row(i, cells, date, collector);
      }
    }
  }

  /** A date on the lines above the table counts for all of it. */
  private String date(ProxyCollector collector) {
    String date = "";
    for (int i = 0; i < header; i++) {
      String line = TypedText.normalize(lines.get(i)).strip();
      if (grammar.isOnlyDate(line, now)) {
        date = lines.get(i).strip() + " ";
      } else if (grammar.claims(line, false, lexicon, now)) {
        collector.problem(i, Problem.Kind.BAD_LINE, line, "表格上面的这一行没有姓名：“" + line + "”");
      }
    }
    return date;
  }

  private boolean readHeader(ProxyCollector collector) {
    List<String> cells = cells(lines.get(header));
    boolean readable = true;
    for (int i = 0; i < cells.size(); i++) {
      String label = label(cells.get(i));
      labels.add(label == null ? "" : label);
      if (PastedTable.headsMembers(cells.get(i))) {
        nameColumn = i;
      } else if (label == null) {
        readable = false;
        collector.problem(
            header, Problem.Kind.BAD_LINE, cells.get(i), "“" + cells.get(i) + "”这一列没看懂");
      }
    }
    return readable;
  }

  /** What is written before the cells of a column, empty for a column to leave out, or null. */
  private @Nullable String label(String cell) {
    if (isIgnored(cell) || PastedTable.headsMembers(cell)) {
      return "";
    }
    int bracket = cell.indexOf('(');
    Optional<Metric> metric = lexicon.metricNamed(bracket > 0 ? cell.substring(0, bracket) : cell);
    if (metric.isPresent()) {
      return cell + ":";
    }
    Vocabulary.Word word = Vocabulary.at(cell, 0, Set.of(Vocabulary.Role.SECTION));
    boolean written = word != null && word.text().length() == cell.length();
    return written ? "\n" + cell + ":" : cell.equals("日期") ? "日期:" : null;
  }

  private void row(int index, List<String> cells, String date, ProxyCollector collector) {
    String name = cells.size() > nameColumn ? cells.get(nameColumn) : "";
    boolean sum = cells.stream().limit(nameColumn + 1L).anyMatch(PastedTable::isTotal);
    Optional<String> member = lexicon.memberNamed(name);
    if (!sum && member.isEmpty()) {
      String shown =
          name.isEmpty()
              ? "这一行没有姓名"
              : cells.size() == 1 && name.indexOf(' ') > 0
                  ? "“" + name + "”和表头的列数对不上，没有数的格请写“-”"
                  : "“" + name + "”不在名单里";
      collector.problem(index, Problem.Kind.UNKNOWN_MEMBER, name, shown);
      return;
    }
    String text = text(index, cells, collector);
    ParsedReport report =
        grammar.parse(date + text, false, lexicon.saidBy(member.orElse(name)), now);
    if (sum) {
      report.blocks().forEach(block -> collector.claim(block.figures()));
    } else {
      for (Problem problem : report.problems()) {
        collector.problem(
            index, new Problem(problem.kind(), problem.fragment(), problem.sentence(), List.of()));
      }
      collector.part(member.orElseThrow(), withoutProblems(report), index, index, "", "");
    }
  }

  private static ParsedReport withoutProblems(ParsedReport report) {
    return new ParsedReport(
        report.text(), report.clean() ? report.blocks() : List.of(), List.of(), List.of(), false);
  }

  private String text(int index, List<String> cells, ProxyCollector collector) {
    StringBuilder text = new StringBuilder();
    String dates = "";
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i);
      if (i >= labels.size() && !cell.isEmpty()) {
        collector.problem(index, Problem.Kind.BAD_LINE, cell, "“" + cell + "”上面没有列名");
      } else if (i < labels.size() && !labels.get(i).isEmpty() && !PastedTable.isEmpty(cell)) {
        if (labels.get(i).equals("日期:")) {
          dates = "日期:" + cell + "\n";
        } else {
          text.append(labels.get(i)).append(cell).append('\n');
        }
      }
    }
    return dates + text;
  }
}

package io.github.xunbang.report.grammar;

import io.github.xunbang.command.TypedText;
import io.github.xunbang.metric.Metric;
import java.time.Instant;
import java.util.List;

/**
 * Reads what a leader reports for others (代报): lines {@code 张敏 意向12 签单2}, a pasted table with tabs,
 * or 接龙, whose list numbers are no values. One bad line, and nothing is stored.
 */
public final class ProxyReportParser {

  private final ReportGrammar grammar;

  /** Reads each member's part with {@code grammar}. */
  public ProxyReportParser(ReportGrammar grammar) {
    this.grammar = grammar;
  }

  /**
   * Reads the text behind 代报.
   *
   * @param lexicon the organization's words; all members a leader may report for are in it
   */
  public ParsedProxy parse(String typed, Lexicon lexicon, Instant now) {
    List<String> lines =
        ProxyTable.tabbed(List.of(TypedText.clean(typed).split("\n", -1)), lexicon);
    ProxyCollector collector = new ProxyCollector(lines, lexicon);
    int table = ProxyTable.headerLine(lines);
    if (table >= 0) {
      new ProxyTable(lines, table, grammar, lexicon, now).readInto(collector);
    } else {
      new ProxyLines(lines, grammar, lexicon, now).readInto(collector);
    }
    return collector.result();
  }

  /**
   * Whether the text is a table or 接龙 of other people's figures, even without the word 代报 in front.
   */
  public boolean claims(String typed, Lexicon lexicon) {
    List<String> lines =
        ProxyTable.tabbed(List.of(TypedText.clean(typed).split("\n", -1)), lexicon);
    boolean members =
        lines.stream()
            .anyMatch(line -> ProxyLines.nameAt(TypedText.normalize(line), lexicon) != null);
    boolean metrics = lexicon.metrics().stream().anyMatch(metric -> names(typed, metric));
    boolean chain = typed.contains("接龙");
    return members && metrics && (chain || ProxyTable.headerLine(lines) >= 0);
  }

  private static boolean names(String typed, Metric metric) {
    return typed.contains(metric.name()) || metric.aliases().stream().anyMatch(typed::contains);
  }
}

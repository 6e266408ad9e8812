package io.github.xunbang.report;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.command.Access;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.metric.FigureText;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.report.ReportQuestion.Option;
import io.github.xunbang.report.grammar.Block;
import io.github.xunbang.report.grammar.Figure;
import io.github.xunbang.report.grammar.ParsedReport;
import io.github.xunbang.report.grammar.Problem;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks about a line that was not understood whole; nothing of it is stored meanwhile. */
final class ProblemQuestion {

  private ProblemQuestion() {}

  /** What was understood, what was not, and the repair as an answer (design section 2, rule 2). */
  static ReportQuestion of(ReportRequest request, ParsedReport parsed, List<Metric> metrics) {
    Problem problem = parsed.problems().get(0);
    Option proxy = proxy(request, problem);
    if (proxy != null) {
      return new ReportQuestion(
          "“" + UntrustedText.oneLine(problem.fragment(), 20) + "”的数要代报吗？（先没登记）",
          List.of(proxy),
          false);
    }
    FigureLine text = new FigureLine(metrics);
    List<String> understood =
        parsed.blocks().stream()
            .filter(block -> !block.figures().isEmpty())
            .map(block -> understood(text, block))
            .toList();
    String prefix = understood.isEmpty() ? "" : "看懂了：" + String.join("；", understood) + "\n";
    return new ReportQuestion(
        prefix + problem.sentence() + (problem.repairs().isEmpty() ? "" : "（先没登记）"),
        problem.repairs().stream()
            .map(
                repair ->
                    new Option(UntrustedText.oneLine(repair.label(), 40), repair.text(), false))
            .toList(),
        false);
  }

  /** A leader who begins with somebody's name most likely forgot the word 代报. */
  private static @Nullable Option proxy(ReportRequest request, Problem problem) {
    boolean offered =
        problem.kind() == Problem.Kind.FOREIGN_SUBJECT
            && problem.repairs().isEmpty()
            && request.caller().access().covers(Access.LEADER);
    String line = ProxyReportCommand.NAME + " " + request.text().strip();
    return offered ? new Option(UntrustedText.oneLine(line, 40), line, false) : null;
  }

  private static String understood(FigureLine text, Block block) {
    String day = block.dated() ? DateText.day(block.date()) + " " : "";
    String unit = block.unit() == null ? "" : block.unit() + " ";
    return day + unit + understood(text, block.figures());
  }

  /** The figures as they were understood: {@code 意向客户12 签单2}. */
  static String understood(FigureLine text, List<Figure> figures) {
    return figures.stream()
        .map(
            figure -> {
              Metric metric = text.metric(figure.metricId());
              return metric.name() + FigureText.number(metric, figure.value());
            })
        .collect(Collectors.joining(" "));
  }
}

package io.github.xunbang.report.grammar;

import io.github.xunbang.command.NumberText;
import io.github.xunbang.report.grammar.ParsedProxy.Entry;
import io.github.xunbang.report.grammar.ParsedProxy.LineProblem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers the members' parts of a 代报, refuses doubles, compares 合计. */
final class ProxyCollector {

  private static final int MOST_PROBLEMS = 20;

  private final List<String> lines;
  private final Lexicon lexicon;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final List<LineProblem> problems = new ArrayList<>();
  private final Map<String, BigDecimal> claimed = new LinkedHashMap<>();

  ProxyCollector(List<String> lines, Lexicon lexicon) {
    this.lines = lines;
    this.lexicon = lexicon;
  }

  void problem(int line, Problem.Kind kind, String fragment, String sentence) {
    problem(line, new Problem(kind, fragment, sentence, List.of()));
  }

  void problem(int line, Problem problem) {
    if (problems.size() < MOST_PROBLEMS) {
      problems.add(new LineProblem(line + 1, problem));
    }
  }

  /**
   * Takes a part that stands on the lines {@code from} to {@code to}, written behind {@code head}.
   */
  void part(String member, ParsedReport part, int from, int to, String head, String hidden) {
    for (Problem problem : part.problems()) {
      List<Repair> repairs =
          problem.repairs().stream()
              .map(
                  repair ->
                      new Repair(repair.label(), replaced(repair.text(), from, to, head, hidden)))
              .toList();
      boolean rests = problem.kind() == Problem.Kind.REST_DAY;
      String sentence = rests ? member + "休息不用报数，请删掉这一行再发" : problem.sentence();
      problem(
          from,
          new Problem(problem.kind(), problem.fragment(), sentence, rests ? List.of() : repairs));
    }
    if (part.clean()) {
      part.blocks().forEach(block -> add(member, block, from));
    }
  }

  private String replaced(String repaired, int from, int to, String head, String hidden) {
    String shown = repaired.startsWith(hidden) ? repaired.substring(hidden.length()) : repaired;
    List<String> all = new ArrayList<>(lines.subList(0, from));
    all.add(head + shown);
    all.addAll(lines.subList(to + 1, lines.size()));
    return String.join("\n", all);
  }

  private void add(String member, Block block, int line) {
    Entry before =
        entries.putIfAbsent(
            member + "|" + block.unit() + "|" + block.date(), new Entry(member, block));
    if (before != null) {
      problem(line, Problem.Kind.TWO_VALUES, member, member + "在同一天写了两次，请合成一行");
    }
  }

  void claim(List<Figure> sums) {
    sums.forEach(sum -> claimed.put(sum.metricId(), sum.value()));
  }

  ParsedProxy result() {
    return new ParsedProxy(List.copyOf(entries.values()), problems, differences());
  }

  private List<String> differences() {
    Map<String, BigDecimal> sums = new HashMap<>();
    entries.values().stream()
        .flatMap(entry -> entry.block().figures().stream())
        .forEach(figure -> sums.merge(figure.metricId(), figure.value(), BigDecimal::add));
    // What deals write is not stored, yet its column may be added up like any other.
    entries.values().stream()
        .flatMap(entry -> entry.block().checks().stream())
        .filter(check -> check.kind() == CheckValue.Kind.FED && check.metricId() != null)
        .forEach(check -> sums.merge(check.metricId(), check.value(), BigDecimal::add));
    List<String> found = new ArrayList<>();
    claimed.forEach(
        (id, value) -> {
          BigDecimal sum = sums.getOrDefault(id, BigDecimal.ZERO);
          if (sum.compareTo(value) != 0) {
            String name = lexicon.metric(id).map(metric -> metric.name()).orElse(id);
            found.add(name + "合计写" + NumberText.plain(value) + "，各行相加是" + NumberText.plain(sum));
          }
        });
    return found;
  }
}

package io.github.xunbang.report.grammar;

import java.util.List;

/**
 * What a leader reports for others. With any problem nothing of it may be stored.
 *
 * @param entries one per member and business day
 * @param problems what is wrong, with the line it stands in
 * @param differences sentences about 合计 that do not add up; they stop nothing
 */
public record ParsedProxy(
    List<Entry> entries, List<LineProblem> problems, List<String> differences) {

  /**
   * One member's part.
   *
   * @param memberName as the roster writes it
   * @param block figures and notes of one day
   */
  public record Entry(String memberName, Block block) {}

  /**
   * A problem and where it is.
   *
   * @param line counted from 1
   * @param problem its repairs replace the whole message
   */
  public record LineProblem(int line, Problem problem) {}

  public ParsedProxy {
    entries = List.copyOf(entries);
    problems = List.copyOf(problems);
    differences = List.copyOf(differences);
  }

  /** Whether it can be stored as it is. */
  public boolean clean() {
    return problems.isEmpty();
  }
}

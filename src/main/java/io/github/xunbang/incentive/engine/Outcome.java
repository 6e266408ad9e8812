package io.github.xunbang.incentive.engine;

import java.util.List;

/**
 * The result of settling rules for one period: the same for the same facts, whatever order they
 * came in.
 *
 * @param lines by rule in the order given, then by place or order of joining
 * @param findings what the manager should know: cliffs, a cut list, an audience of nobody, the cap
 */
public record Outcome(List<Line> lines, List<Finding> findings) {

  /**
   * One remark.
   *
   * @param ruleId about which rule, empty for the scheme
   * @param text one Chinese line
   */
  public record Finding(String ruleId, String text) {}

  public Outcome {
    lines = List.copyOf(lines);
    findings = List.copyOf(findings);
  }
}

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
   * @param standing whether it is about the rule sheet and not about this period, so that it is
   *     said when rules start or are rehearsed, not at every settlement
   */
  public record Finding(String ruleId, String text, boolean standing) {

    /** A remark about this period's figures. */
    public Finding(String ruleId, String text) {
      this(ruleId, text, false);
    }
  }

  public Outcome {
    lines = List.copyOf(lines);
    findings = List.copyOf(findings);
  }
}

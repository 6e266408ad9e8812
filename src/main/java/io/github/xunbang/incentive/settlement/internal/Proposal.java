package io.github.xunbang.incentive.settlement.internal;

import io.github.xunbang.incentive.engine.Line;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line before it has a number.
 *
 * @param applied the scheme and the version it comes from
 * @param turn 0, or the how manieth line of this rule about this subject it is, for somebody who
 *     shares in the awards of several units
 * @param basis what the rule gives now, as {@link #basis(Line)} writes it
 */
record Proposal(
    Settlement.Applied applied,
    String ruleId,
    String subjectId,
    int turn,
    boolean difference,
    @Nullable BigDecimal amount,
    String words,
    List<String> working,
    @Nullable String open,
    String basis) {

  /** The basis of a rule that gives nothing. */
  static final String NOTHING = "";

  /** Which rule says something about whom. */
  record Place(String ruleId, String subjectId, int turn) {}

  Proposal {
    working = List.copyOf(working);
  }

  static Proposal of(Settlement.Applied applied, Line line, int turn) {
    return new Proposal(
        applied,
        line.ruleId(),
        line.subjectId(),
        turn,
        false,
        line.amount(),
        line.words(),
        line.working(),
        line.open(),
        basis(line));
  }

  Place place() {
    return new Place(ruleId, subjectId, turn);
  }

  /** Equal texts say the same: amount, what is open, words. */
  private static String basis(Line line) {
    String amount =
        line.amount() == null ? "-" : line.amount().stripTrailingZeros().toPlainString();
    return amount + "|" + (line.open() == null ? "" : line.open()) + "|" + line.words();
  }
}

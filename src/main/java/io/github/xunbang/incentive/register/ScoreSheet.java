package io.github.xunbang.incentive.register;

import io.github.xunbang.calendar.PeriodType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A sheet that named people score (季度考核): who scores, with which weight, once per which period
 * (S-81, S-110).
 *
 * @param name as people type it
 * @param kind MONTH, QUARTER or YEAR
 * @param panels who scores since when, in order of their days
 */
record ScoreSheet(String name, PeriodType kind, List<Panel> panels) {

  private static final int DECIMALS = 4;

  /**
   * Who scores from a day on.
   *
   * @param since business day on which a manager said so
   * @param assessors with weights, of which only the proportion counts
   */
  record Panel(LocalDate since, List<Assessor> assessors) {

    Panel {
      assessors = List.copyOf(assessors);
    }

    Optional<Assessor> assessor(String memberId) {
      return assessors.stream().filter(one -> one.memberId().equals(memberId)).findFirst();
    }
  }

  /**
   * One who scores.
   *
   * @param weight in percent, or 1 for each when all count the same
   */
  record Assessor(String memberId, BigDecimal weight) {}

  ScoreSheet {
    panels = List.copyOf(panels);
  }

  /** Who scores a period that ends on {@code last}: the panel of that day, else the first one. */
  Panel panelFor(LocalDate last) {
    Panel valid = panels.get(0);
    for (Panel panel : panels) {
      valid = panel.since().isAfter(last) ? valid : panel;
    }
    return valid;
  }

  /** The same sheet with this panel from its day on. */
  ScoreSheet with(Panel panel) {
    List<Panel> changed = new ArrayList<>(panels);
    changed.removeIf(one -> !one.since().isBefore(panel.since()));
    changed.add(panel);
    return new ScoreSheet(name, kind, changed);
  }

  /**
   * The weighted score of a period that ends on {@code last}. Of each assessor the newest mark
   * counts; who has not scored is left out and the other weights make up the whole (S-110). Empty
   * while nobody of the panel has scored.
   *
   * @param marks oldest first
   */
  Optional<BigDecimal> score(List<Mark> marks, LocalDate last) {
    Map<String, Mark> newest = new HashMap<>();
    marks.forEach(mark -> newest.put(mark.assessorId(), mark));
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal weights = BigDecimal.ZERO;
    for (Assessor assessor : panelFor(last).assessors()) {
      Mark mark = newest.get(assessor.memberId());
      if (mark != null) {
        sum = sum.add(mark.points().multiply(assessor.weight()));
        weights = weights.add(assessor.weight());
      }
    }
    return weights.signum() == 0 ? Optional.empty() : Optional.of(divided(sum, weights));
  }

  /** At most four decimals, without trailing zeros. */
  static BigDecimal divided(BigDecimal sum, BigDecimal by) {
    BigDecimal score = sum.divide(by, DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
    return score.scale() < 0 ? score.setScale(0) : score;
  }
}

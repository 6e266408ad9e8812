package io.github.xunbang.metric;

import java.math.BigDecimal;
import java.util.Map;

/**
 * One subject's sums over a period.
 *
 * @param subjectId whose
 * @param reportedDays days with at least one figure that was typed; a deal's credit is none
 * @param sums by metric id; a metric that was never reported in the period is absent
 */
public record PeriodFigures(String subjectId, int reportedDays, Map<String, BigDecimal> sums) {

  public PeriodFigures {
    sums = Map.copyOf(sums);
  }
}

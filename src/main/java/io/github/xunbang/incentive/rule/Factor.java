package io.github.xunbang.incentive.rule;

import java.math.BigDecimal;
import java.util.Map;

/** What a personal amount is multiplied with, rounded half up to the cent at the end. */
public sealed interface Factor {

  /**
   * The home unit's attainment of a metric, 1 for 100 %, kept between two bounds (S-96); 1 for a
   * person without unit or a unit without target.
   */
  record UnitAttainment(String metricId, BigDecimal least, BigDecimal most) implements Factor {}

  /** A table by the id of the home unit or one above it, the nearest counts; else 1 (S-97). */
  record ByUnit(Map<String, BigDecimal> factors) implements Factor {

    public ByUnit {
      factors = Map.copyOf(factors);
    }
  }
}

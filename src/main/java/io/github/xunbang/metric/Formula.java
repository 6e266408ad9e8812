package io.github.xunbang.metric;

import java.math.BigDecimal;
import java.util.List;

/**
 * How a derived metric follows from others; each part is rolled up over the period first (S-49).
 */
public sealed interface Formula {

  /** The ids of the metrics it is made of. */
  List<String> metricIds();

  /**
   * A share in percent: numerator ÷ denominator × 100. A denominator of 0 has no value, shown as —.
   *
   * @param numeratorId above the line
   * @param denominatorId below the line
   */
  record Ratio(String numeratorId, String denominatorId) implements Formula {

    @Override
    public List<String> metricIds() {
      return List.of(numeratorId, denominatorId);
    }
  }

  /** A sum of metrics, each times its weight: a score (S-61). A part without figures counts 0. */
  record Weighted(List<Term> terms) implements Formula {

    public Weighted {
      terms = List.copyOf(terms);
    }

    @Override
    public List<String> metricIds() {
      return terms.stream().map(Term::metricId).toList();
    }
  }

  /**
   * One part of a weighted score.
   *
   * @param metricId which metric
   * @param weight points per unit of it, may be negative
   */
  record Term(String metricId, BigDecimal weight) {}
}

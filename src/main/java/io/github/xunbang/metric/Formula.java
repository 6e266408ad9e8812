package io.github.xunbang.metric;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a derived metric follows from others; each part is rolled up over the period first (S-49).
 */
public sealed interface Formula {

  /** Decimals of a value that does not come out even. */
  int DECIMALS = 4;

  /** The ids of the metrics it is made of. */
  List<String> metricIds();

  /**
   * A share in percent: numerator ÷ denominator × 100. A denominator of 0 has no value, shown as —.
   *
   * @param numeratorId above the line
   * @param denominatorId below the line
   */
  record Ratio(String numeratorId, String denominatorId) implements Formula {

    private static final BigDecimal PERCENT = new BigDecimal(100);

    /** The share with at most four decimals; empty without a part or over 0. */
    public Optional<BigDecimal> value(
        @Nullable BigDecimal numerator, @Nullable BigDecimal denominator) {
      return numerator == null || denominator == null || denominator.signum() == 0
          ? Optional.empty()
          : Optional.of(
              numerator.multiply(PERCENT).divide(denominator, DECIMALS, RoundingMode.HALF_UP));
    }

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

    /** The exact score; empty when no part has a value. */
    public Optional<BigDecimal> value(Map<String, BigDecimal> values) {
      return terms.stream()
          .filter(term -> values.containsKey(term.metricId()))
          .map(term -> term.weight().multiply(values.get(term.metricId())))
          .reduce(BigDecimal::add);
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

package io.github.xunbang.target.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Splits a whole by weights into parts of the metric's grain that add up to it (S-41, S-42). What
 * rounding down leaves goes in single steps to the largest parts, the first one among equals first.
 *
 * @param parts one for each weight
 * @param raised how many of the parts took a step of the remainder
 * @param order indexes from the largest share down
 */
record Split(List<BigDecimal> parts, int raised, List<Integer> order) {

  /**
   * Splits {@code whole}.
   *
   * @param weights none negative, not all 0
   * @param scale decimals of a part
   */
  static Split of(BigDecimal whole, List<BigDecimal> weights, int scale) {
    BigDecimal all = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    if (all.signum() <= 0 || weights.stream().anyMatch(weight -> weight.signum() < 0)) {
      throw new IllegalArgumentException("Weights " + weights);
    }
    // A whole with finer decimals than the grain keeps them, else the sum could not be right.
    int grain = Math.max(scale, whole.stripTrailingZeros().scale());
    List<BigDecimal> parts = new ArrayList<>();
    for (BigDecimal weight : weights) {
      parts.add(whole.multiply(weight).divide(all, grain, RoundingMode.DOWN));
    }
    List<Integer> order =
        IntStream.range(0, weights.size())
            .boxed()
            .sorted(Comparator.comparing((Integer i) -> weights.get(i)).reversed())
            .toList();
    BigDecimal sum = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal step = BigDecimal.ONE.movePointLeft(grain);
    int steps = whole.subtract(sum).divide(step).intValueExact();
    for (int i = 0; i < Math.abs(steps); i++) {
      int index = order.get(i);
      parts.set(index, parts.get(index).add(steps > 0 ? step : step.negate()));
    }
    return new Split(List.copyOf(parts), Math.abs(steps), order);
  }
}

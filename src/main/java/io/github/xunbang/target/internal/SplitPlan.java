package io.github.xunbang.target.internal;

import io.github.xunbang.metric.FigureText;
import io.github.xunbang.metric.Metric;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A split as it is shown and stored.
 *
 * @param names of the parts
 * @param keys of the parts
 * @param drafts of the parts; a part of 0 gets no target
 * @param remainder who took what rounding left, or null
 */
record SplitPlan(
    List<String> names, List<TargetKey> keys, List<Draft> drafts, @Nullable String remainder) {

  private static final int NAMED = 5;

  /**
   * Splits base and, where there is one, stretch; each part's stretch is on its base's far side.
   */
  static SplitPlan of(
      Metric metric,
      Draft whole,
      List<String> names,
      List<TargetKey> keys,
      List<BigDecimal> weights) {
    BigDecimal total = java.util.Objects.requireNonNull(whole.base());
    int scale = Steps.scale(metric);
    Split base = Split.of(total, weights, scale);
    BigDecimal stretch = whole.stretch();
    // Splitting the difference keeps every stretch beyond its base, whatever rounding does.
    Split beyond = stretch == null ? null : Split.of(stretch.subtract(total), weights, scale);
    List<Draft> drafts = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      BigDecimal part = base.parts().get(i);
      drafts.add(Draft.of(part, beyond == null ? null : part.add(beyond.parts().get(i))));
    }
    return new SplitPlan(names, keys, drafts, remainder(metric, base, names));
  }

  BigDecimal sum() {
    return drafts.stream()
        .map(draft -> java.util.Objects.requireNonNull(draft.base()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** 除不尽的2单加给：五店、八店各1单. */
  private static @Nullable String remainder(Metric metric, Split split, List<String> names) {
    int count = split.raised();
    if (count == 0) {
      return null;
    }
    BigDecimal step = BigDecimal.ONE.movePointLeft(split.parts().get(0).scale());
    String who =
        split.order().stream()
            .limit(Math.min(count, NAMED))
            .map(names::get)
            .collect(Collectors.joining("、"));
    return "除不尽的%s加给：%s%s"
        .formatted(
            FigureText.of(metric, step.multiply(BigDecimal.valueOf(count))),
            who,
            count == 1
                ? ""
                : (count > NAMED ? "等" + count + "个" : "") + "各" + FigureText.of(metric, step));
  }
}

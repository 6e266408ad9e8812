package io.github.xunbang.metric.internal;

import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.metric.Formula;
import io.github.xunbang.metric.Metric;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What derived metrics may be made of: active reported ones only. With one level there is no cycle
 * and every score can be checked by hand.
 */
final class FormulaRules {

  private FormulaRules() {}

  /**
   * Refuses {@code changed} when its own formula cannot stand or another formula needs it.
   *
   * @param all all metrics, {@code changed} among them
   * @throws CommandRejectedException with the reason and what to do
   */
  static void check(Metric changed, List<Metric> all) {
    Formula formula = changed.formula();
    if (formula != null && changed.active()) {
      checkParts(changed, formula, all);
    }
    if (!changed.active()) {
      userOf(changed.id(), all)
          .ifPresent(
              user -> {
                throw new CommandRejectedException(
                    "“%s”要用“%s”来算，还不能停用。先发：指标 停用 %s"
                        .formatted(user.name(), changed.name(), user.name()));
              });
    }
  }

  private static void checkParts(Metric changed, Formula formula, List<Metric> all) {
    Set<String> seen = new HashSet<>();
    for (String part : formula.metricIds()) {
      Metric metric = all.stream().filter(one -> one.id().equals(part)).findFirst().orElse(null);
      if (!seen.add(part)) {
        throw refused(formula, metric);
      }
      if (metric == null || !metric.active()) {
        throw new CommandRejectedException(
            "“%s”要用的“%s”已停用。先发：指标 启用 %s"
                .formatted(changed.name(), name(metric, part), name(metric, part)));
      }
      if (metric.isDerived() || part.equals(changed.id())) {
        throw new CommandRejectedException(
            "“%s”本身是算出来的，不能再拿来算。请直接用它的组成，例如：指标 新增 转化率 = 签单 / 意向".formatted(metric.name()));
      }
    }
  }

  private static CommandRejectedException refused(Formula formula, @Nullable Metric metric) {
    String name = Objects.requireNonNull(metric).name();
    return new CommandRejectedException(
        formula instanceof Formula.Ratio
            ? "“%s”除以自己永远是100%%。请换一个，例如：指标 新增 转化率 = 签单 / 意向".formatted(name)
            : "“%s”在公式里写了两遍，请合成一项，例如：指标 新增 综合分 = 意向*1 + 签单*10".formatted(name));
  }

  private static Optional<Metric> userOf(String metricId, List<Metric> all) {
    return all.stream()
        .filter(metric -> metric.active() && metric.formula() != null)
        .filter(metric -> metric.formula().metricIds().contains(metricId))
        .findFirst();
  }

  private static String name(@Nullable Metric metric, String id) {
    return metric == null ? id : metric.name();
  }
}

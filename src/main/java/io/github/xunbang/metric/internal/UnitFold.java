package io.github.xunbang.metric.internal;

import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.Metric.Kind;
import io.github.xunbang.metric.Metric.RollUp;
import io.github.xunbang.metric.PeriodFigures;
import io.github.xunbang.organization.Unit;
import io.github.xunbang.organization.UnitTree;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts units together from their own figures, those of the units below and those of members, each
 * where it was at home (design section 6). No input or output here.
 *
 * <p>SUM metrics are added over everything below. Of the others a unit's own value stands for
 * everything below it; where there is none, the values below are put together: averaged, the
 * greatest, and for a LAST count or amount added, for stocks add up; shares in percent do not.
 */
final class UnitFold {

  private final UnitTree units;
  private final RollUps rollUps;
  private final Map<String, Tally> own;
  private final Map<String, Map<String, Tally>> pieces = new HashMap<>();
  private final Map<String, List<String>> children = new HashMap<>();

  /**
   * A fold over one period.
   *
   * @param own the units' own figures by unit id
   */
  UnitFold(UnitTree units, RollUps rollUps, Map<String, Tally> own) {
    this.units = units;
    this.rollUps = rollUps;
    this.own = own;
    for (Unit unit : units.all()) {
      children.computeIfAbsent(known(unit.parentId()), none -> new ArrayList<>()).add(unit.id());
    }
  }

  /** Adds a member's figures of the days at one home. */
  void add(String memberId, String home, Tally tally) {
    pieces.computeIfAbsent(known(home), none -> new HashMap<>()).put(memberId, tally);
  }

  /** A unit with all below it. */
  PeriodFigures unit(String unitId) {
    return figures(unitId, unitId, units.within(unitId));
  }

  /** Everything, also what belongs to no unit. */
  PeriodFigures everything(String organizationId) {
    List<String> all = new ArrayList<>(units.all().stream().map(Unit::id).toList());
    all.add(HomePieces.NOWHERE);
    return figures(organizationId, HomePieces.NOWHERE, all);
  }

  private PeriodFigures figures(String subjectId, String top, Collection<String> within) {
    Map<String, BigDecimal> values = new HashMap<>();
    Map<String, Integer> days = new HashMap<>();
    for (String unit : within) {
      Tally tally = own.get(unit);
      if (tally != null) {
        days.put(unit, tally.reportedDays());
        addSums(values, tally, true);
      }
      members(unit)
          .forEach(
              (member, piece) -> {
                days.merge(member, piece.reportedDays(), Integer::sum);
                addSums(values, piece, false);
              });
    }
    for (String metric : rollUps.byDay()) {
      BigDecimal value = together(metric, contributions(top, metric).values());
      if (value != null) {
        values.put(metric, RollUps.rounded(value));
      }
    }
    int most = days.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    return new PeriodFigures(subjectId, most, rollUps.withDerived(values));
  }

  private void addSums(Map<String, BigDecimal> values, Tally tally, boolean ofUnit) {
    tally
        .sums()
        .forEach(
            (id, sum) -> {
              if (rollUps.isSummed(id) && counts(id, ofUnit)) {
                values.merge(id, sum, BigDecimal::add);
              }
            });
  }

  /** Whose value counts for the unit, by subject; a member moved below it counts once. */
  private Map<String, DayStats> contributions(String unitId, String metric) {
    Tally tally = own.get(unitId);
    if (tally != null && tally.stats().containsKey(metric) && counts(metric, true)) {
      return Map.of(unitId, tally.stats().get(metric));
    }
    Map<String, DayStats> found = new HashMap<>();
    if (counts(metric, false)) {
      members(unitId)
          .forEach(
              (member, piece) -> {
                DayStats stats = piece.stats().get(metric);
                if (stats != null) {
                  found.merge(member, stats, DayStats::and);
                }
              });
    }
    for (String child : children.getOrDefault(unitId, List.of())) {
      contributions(child, metric)
          .forEach((subject, stats) -> found.merge(subject, stats, DayStats::and));
    }
    return found;
  }

  private @Nullable BigDecimal together(String metricId, Collection<DayStats> contributions) {
    Metric metric = rollUps.metric(metricId);
    if (metric == null || contributions.isEmpty()) {
      return null;
    }
    RollUp rollUp = metric.effectiveRollUp();
    List<BigDecimal> values = contributions.stream().map(one -> one.value(rollUp)).toList();
    if (values.size() == 1) {
      return values.get(0);
    }
    BigDecimal total = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return switch (rollUp) {
      case SUM -> total;
      case MAX -> values.stream().reduce(BigDecimal::max).orElseThrow();
      case LAST -> metric.kind() == Kind.RATIO ? null : total;
      case AVG -> total.divide(BigDecimal.valueOf(values.size()), MathContext.DECIMAL64);
    };
  }

  private boolean counts(String metricId, boolean ofUnit) {
    Metric metric = rollUps.metric(metricId);
    return metric == null || (ofUnit ? metric.countsOwn() : metric.countsMembers());
  }

  private Map<String, Tally> members(String unitId) {
    return pieces.getOrDefault(unitId, Map.of());
  }

  /** A unit that does not exist is nowhere. */
  private String known(@Nullable String unitId) {
    return units.unit(unitId).map(Unit::id).orElse(HomePieces.NOWHERE);
  }
}

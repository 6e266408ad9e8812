package io.github.xunbang.metric.internal;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.metric.Formula;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.Metric.Direction;
import io.github.xunbang.metric.Metric.Kind;
import io.github.xunbang.metric.Metric.RollUp;
import io.github.xunbang.metric.Metric.UnitValue;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The same figures worked out the slow way, metric by metric and day by day, from the wording of
 * {@code Figures}; shares no code with it and calculates in doubles.
 */
final class FiguresOracle {

  private record Cell(String subject, LocalDate day, double value) {}

  private final RandomTeam team;
  private final Period period;

  FiguresOracle(RandomTeam team, Period period) {
    this.team = team;
    this.period = period;
  }

  Map<String, Double> member(String id) {
    Map<String, Double> values = new TreeMap<>();
    for (Metric metric : team.metrics) {
      rolledUp(metric, cells(id, metric).toList()).forEach(value -> values.put(metric.id(), value));
    }
    return derived(values);
  }

  /** A unit's values; of the whole organization for null. */
  Map<String, Double> unit(String unitId) {
    Map<String, Double> values = new TreeMap<>();
    for (Metric metric : team.metrics) {
      if (metric.formula() == null) {
        unitValue(metric, unitId).forEach(value -> values.put(metric.id(), value));
      }
    }
    return derived(values);
  }

  private Stream<Double> unitValue(Metric metric, String unitId) {
    List<List<Cell>> parts =
        metric.rollUp() == RollUp.SUM && metric.kind() != Kind.RATIO
            ? everySubject(metric, unitId)
            : topmost(metric, unitId);
    List<Double> each = parts.stream().flatMap(cells -> rolledUp(metric, cells)).toList();
    if (each.size() < 2) {
      return each.stream();
    }
    RollUp rollUp = rollUp(metric);
    if (rollUp == RollUp.LAST && metric.kind() == Kind.RATIO) {
      return Stream.empty();
    }
    double total = each.stream().mapToDouble(Double::doubleValue).sum();
    return Stream.of(
        switch (rollUp) {
          case SUM, LAST -> total;
          case MAX -> each.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
          case AVG -> total / each.size();
        });
  }

  private List<List<Cell>> everySubject(Metric metric, String unitId) {
    List<List<Cell>> parts = new ArrayList<>();
    for (Unit unit : team.units) {
      if (metric.unitValue() != UnitValue.MEMBERS && isBelow(unit.id(), unitId)) {
        parts.add(cells(unit.id(), metric).toList());
      }
    }
    parts.addAll(peoples(metric, unitId, null));
    return parts;
  }

  /** Own figures of the uppermost units that have any, and of people below none of them. */
  private List<List<Cell>> topmost(Metric metric, String unitId) {
    List<List<Cell>> parts = new ArrayList<>();
    for (Unit unit : team.units) {
      if (isBelow(unit.id(), unitId)
          && has(metric, unit.id())
          && !covered(metric, unit.parentId(), unitId)) {
        parts.add(cells(unit.id(), metric).toList());
      }
    }
    parts.addAll(peoples(metric, unitId, metric));
    return parts;
  }

  private List<List<Cell>> peoples(Metric metric, String unitId, Metric notCoveredFor) {
    List<List<Cell>> parts = new ArrayList<>();
    if (metric.unitValue() == UnitValue.OWN) {
      return parts;
    }
    for (Member member : team.members) {
      LocalDate last =
          cells(member.id(), metric).map(Cell::day).max(LocalDate::compareTo).orElse(null);
      String lastHome = last == null ? null : member.unitIdOn(last);
      parts.add(
          cells(member.id(), metric)
              .filter(cell -> isBelow(member.unitIdOn(cell.day()), unitId))
              .filter(
                  cell ->
                      notCoveredFor == null
                          || !covered(metric, member.unitIdOn(cell.day()), unitId))
              .filter(
                  cell ->
                      rollUp(metric) != RollUp.LAST
                          || Objects.equals(member.unitIdOn(cell.day()), lastHome))
              .toList());
    }
    return parts;
  }

  private boolean has(Metric metric, String unit) {
    return metric.unitValue() != UnitValue.MEMBERS && cells(unit, metric).findAny().isPresent();
  }

  /** Whether a unit from {@code from} up to {@code top} has own figures. */
  private boolean covered(Metric metric, String from, String top) {
    for (String at = from; at != null; at = parent(at)) {
      if (isBelow(at, top) && has(metric, at)) {
        return true;
      }
    }
    return false;
  }

  private boolean isBelow(String unit, String top) {
    if (top == null) {
      return true;
    }
    for (String at = unit; at != null; at = parent(at)) {
      if (at.equals(top)) {
        return true;
      }
    }
    return false;
  }

  private String parent(String id) {
    return team.units.stream()
        .filter(unit -> unit.id().equals(id))
        .findFirst()
        .orElseThrow()
        .parentId();
  }

  private Stream<Cell> cells(String subject, Metric metric) {
    return team.values.getOrDefault(subject, new TreeMap<>()).entrySet().stream()
        .filter(day -> period.contains(day.getKey()) && day.getValue().containsKey(metric.id()))
        .map(day -> new Cell(subject, day.getKey(), day.getValue().get(metric.id()).doubleValue()));
  }

  private static Stream<Double> rolledUp(Metric metric, List<Cell> cells) {
    if (cells.isEmpty()) {
      return Stream.empty();
    }
    var numbers = cells.stream().mapToDouble(Cell::value);
    return Stream.of(
        switch (rollUp(metric)) {
          case SUM -> numbers.sum();
          case MAX -> numbers.max().orElseThrow();
          case AVG -> numbers.average().orElseThrow();
          case LAST -> cells.get(cells.size() - 1).value();
        });
  }

  private static RollUp rollUp(Metric metric) {
    boolean share = metric.kind() == Kind.RATIO && metric.rollUp() == RollUp.SUM;
    return share ? RollUp.AVG : metric.rollUp();
  }

  private Map<String, Double> derived(Map<String, Double> values) {
    for (Metric metric : team.metrics) {
      if (metric.formula() instanceof Formula.Ratio ratio) {
        Double above = values.get(ratio.numeratorId());
        Double below = values.get(ratio.denominatorId());
        if (above == null && metric.direction() == Direction.HIGHER) {
          above = 0.0;
        }
        if (above != null && below != null && below != 0) {
          values.put(metric.id(), above / below * 100);
        }
      } else if (metric.formula() instanceof Formula.Weighted weighted) {
        double score = 0;
        boolean any = false;
        for (Formula.Term term : weighted.terms()) {
          any |= values.containsKey(term.metricId());
          score += values.getOrDefault(term.metricId(), 0.0) * term.weight().doubleValue();
        }
        if (any) {
          values.put(metric.id(), score);
        }
      }
    }
    return values;
  }
}

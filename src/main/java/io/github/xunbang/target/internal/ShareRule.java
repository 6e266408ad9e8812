package io.github.xunbang.target.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.command.NumberText;
import io.github.xunbang.metric.FigureText;
import io.github.xunbang.metric.Figures;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.PeriodFigures;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Unit;
import io.github.xunbang.target.Goal;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * 占门店30%: a person's goal is a percentage of what the stores in the person's care should reach, or,
 * while they have no target, of what they have reached (S-50).
 */
@Component
class ShareRule {

  private final Figures figures;
  private final Cache<Key, BigDecimal> actuals =
      Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(3)).maximumSize(5_000).build();

  ShareRule(Figures figures) {
    this.figures = figures;
  }

  private record Key(String organizationId, List<String> unitIds, String metricId, Period period) {}

  /**
   * The goal, absent when nobody is asked about or the person looks after no unit.
   *
   * @param unitGoal the goal of a unit for the requested period
   */
  Optional<Goal> goal(
      GoalRequest request, Version version, Function<Unit, Optional<Goal>> unitGoal) {
    BigDecimal percent = Objects.requireNonNull(version.draft().share());
    List<Unit> units =
        request
            .member()
            .map(one -> request.organization().responsibleUnits(one.id(), request.day()))
            .orElse(List.of());
    if (units.isEmpty()) {
      return Optional.empty();
    }
    List<Goal> goals = units.stream().flatMap(unit -> unitGoal.apply(unit).stream()).toList();
    BigDecimal whole =
        goals.isEmpty()
            ? actual(request, units)
            : goals.stream().map(Goal::base).reduce(BigDecimal.ZERO, BigDecimal::add);
    int counted = goals.isEmpty() ? units.size() : goals.size();
    String origin =
        "所辖%d家%s%s的%s%%"
            .formatted(
                counted,
                goals.isEmpty() ? "实际" : "目标",
                FigureText.of(request.metric(), whole),
                NumberText.plain(percent));
    return request.goal(whole.multiply(percent).movePointLeft(2), null, origin, version);
  }

  private BigDecimal actual(GoalRequest request, List<Unit> units) {
    Organization organization = request.organization();
    Metric metric = request.metric();
    Key key =
        new Key(
            organization.id(),
            units.stream().map(Unit::id).toList(),
            metric.id(),
            request.period());
    return actuals.get(
        key,
        missing ->
            figures.ofUnits(organization, units, request.period()).values().stream()
                .map(PeriodFigures::sums)
                .map(sums -> sums.getOrDefault(metric.id(), BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add));
  }
}

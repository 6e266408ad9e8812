package io.github.xunbang.digest.pack;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.metric.Figures;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.MetricCatalog;
import io.github.xunbang.metric.PeriodFigures;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Unit;
import io.github.xunbang.target.Subject;
import io.github.xunbang.target.Targets;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds people and units whose figures stayed under the line (S-126): actual against the target of
 * a finished period, which in a half-month is the month's share by workdays. Who has a target and
 * no figure stands at 0; who has no target never lags, nor does a guest.
 */
@Component
class Laggards {

  private final Figures figures;
  private final MetricCatalog metrics;
  private final Targets targets;

  Laggards(Figures figures, MetricCatalog metrics, Targets targets) {
    this.figures = figures;
    this.metrics = metrics;
    this.targets = targets;
  }

  /** Units first, then people; the furthest behind first within each. */
  List<Lag> of(Scope scope, Period period) {
    Organization organization = scope.organization();
    LocalDate last = period.end();
    List<Unit> units = organization.units().active(last).stream().filter(scope::holds).toList();
    List<Member> members =
        organization.activeMembers(last).stream()
            .filter(member -> !member.guest() && scope.holds(member, last))
            .toList();
    List<Lag> lags = new ArrayList<>();
    Map<String, PeriodFigures> ofUnits = figures.ofUnits(organization, units, period);
    units.forEach(
        unit -> add(lags, organization, Subject.of(unit), ofUnits.get(unit.id()), period));
    int unitLags = lags.size();
    Map<String, PeriodFigures> ofMembers = figures.ofMembers(organization, members, period);
    members.forEach(
        member -> add(lags, organization, Subject.of(member), ofMembers.get(member.id()), period));
    lags.subList(0, unitLags).sort(Comparator.comparing(Lag::percent));
    lags.subList(unitLags, lags.size()).sort(Comparator.comparing(Lag::percent));
    return List.copyOf(lags);
  }

  private void add(
      List<Lag> lags,
      Organization organization,
      Subject subject,
      @Nullable PeriodFigures own,
      Period period) {
    int line = LagLineSetting.of(organization);
    for (Metric metric : metrics.metrics(organization.id())) {
      BigDecimal actual = actual(metric, own);
      if (!metric.active() || actual == null) {
        continue;
      }
      targets
          .goal(organization, subject, metric, period, period.end())
          .filter(goal -> goal.base().signum() > 0)
          .filter(goal -> LagLineSetting.isUnder(line, metric, actual, goal.base()))
          .ifPresent(goal -> lags.add(new Lag(subject.id(), metric, actual, goal.base())));
    }
  }

  /** Nothing reported is 0 of a sum, and unknown of anything else. */
  private static @Nullable BigDecimal actual(Metric metric, @Nullable PeriodFigures own) {
    BigDecimal value = own == null ? null : own.sums().get(metric.id());
    boolean zero =
        metric.effectiveRollUp() == Metric.RollUp.SUM
            && !metric.isDerived()
            && metric.direction() == Metric.Direction.HIGHER;
    return value != null || !zero ? value : BigDecimal.ZERO;
  }
}

package io.github.xunbang.boards;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.metric.Figures;
import io.github.xunbang.metric.PeriodFigures;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sums of a {@link FakeLedger}; a unit has its own and those of the people within it. */
public final class FakeFigures implements Figures {

  private final FakeLedger ledger;

  public FakeFigures(FakeLedger ledger) {
    this.ledger = ledger;
  }

  @Override
  public Map<String, PeriodFigures> ofMembers(
      Organization organization, Collection<Member> members, Period period) {
    return ledger.figures(organization.id(), members.stream().map(Member::id).toList(), period);
  }

  @Override
  public Map<String, PeriodFigures> ofUnits(
      Organization organization, Collection<Unit> units, Period period) {
    Map<String, PeriodFigures> figures = new HashMap<>();
    for (Unit unit : units) {
      List<String> subjects = new ArrayList<>(organization.units().within(unit.id()));
      organization.membersWithin(unit.id(), period.end()).forEach(one -> subjects.add(one.id()));
      Map<String, BigDecimal> sums = new HashMap<>();
      int days = 0;
      for (PeriodFigures one : ledger.figures(organization.id(), subjects, period).values()) {
        one.sums().forEach((metric, sum) -> sums.merge(metric, sum, BigDecimal::add));
        days = Math.max(days, one.reportedDays());
      }
      if (days > 0) {
        figures.put(unit.id(), new PeriodFigures(unit.id(), days, sums));
      }
    }
    return figures;
  }

  @Override
  public PeriodFigures ofOrganization(Organization organization, Period period) {
    throw new UnsupportedOperationException();
  }
}

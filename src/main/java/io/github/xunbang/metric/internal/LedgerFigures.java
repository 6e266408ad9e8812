package io.github.xunbang.metric.internal;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.metric.Figures;
import io.github.xunbang.metric.Ledger;
import io.github.xunbang.metric.PeriodFigures;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Unit;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Figures from the ledger's running sums. */
@Service
class LedgerFigures implements Figures {

  private final Ledger ledger;

  LedgerFigures(Ledger ledger) {
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
      List<String> subjects =
          Stream.concat(
                  organization.units().within(unit.id()).stream(),
                  organization.membersWithin(unit.id(), period.end()).stream().map(Member::id))
              .toList();
      figures.put(unit.id(), total(organization, unit.id(), subjects, period));
    }
    return figures;
  }

  @Override
  public PeriodFigures ofOrganization(Organization organization, Period period) {
    List<String> subjects =
        Stream.concat(
                organization.members().stream().map(Member::id),
                organization.units().all().stream().map(Unit::id))
            .toList();
    return total(organization, organization.id(), subjects, period);
  }

  private PeriodFigures total(
      Organization organization, String subjectId, List<String> subjects, Period period) {
    Map<String, BigDecimal> sums = new HashMap<>();
    int days = 0;
    for (PeriodFigures one : ledger.figures(organization.id(), subjects, period).values()) {
      one.sums().forEach((metric, sum) -> sums.merge(metric, sum, BigDecimal::add));
      days = Math.max(days, one.reportedDays());
    }
    return new PeriodFigures(subjectId, days, sums);
  }
}

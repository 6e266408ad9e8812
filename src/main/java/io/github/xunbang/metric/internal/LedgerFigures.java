package io.github.xunbang.metric.internal;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.metric.Figures;
import io.github.xunbang.metric.MetricCatalog;
import io.github.xunbang.metric.PeriodFigures;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Unit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.springframework.stereotype.Service;

/**
 * Figures from the ledger. Each needed document is read once per call, however many units are
 * asked: everybody's running sums in one list of ids, and day by day only who changed unit in
 * mid-period. Days of all others are read for metrics that are not summed, and only those metrics.
 */
@Service
class LedgerFigures implements Figures {

  private final LedgerSumsRepository ledger;
  private final MetricCatalog catalog;

  LedgerFigures(LedgerSumsRepository ledger, MetricCatalog catalog) {
    this.ledger = ledger;
    this.catalog = catalog;
  }

  @Override
  public Map<String, PeriodFigures> ofMembers(
      Organization organization, Collection<Member> members, Period period) {
    RollUps rollUps = new RollUps(catalog.metrics(organization.id()));
    List<String> ids = members.stream().map(Member::id).toList();
    Map<String, PeriodFigures> figures = new HashMap<>();
    ledger
        .tallies(organization.id(), ids, period, rollUps.byDay())
        .forEach((id, tally) -> figures.put(id, figures(id, tally, rollUps)));
    return figures;
  }

  private static PeriodFigures figures(String subjectId, Tally tally, RollUps rollUps) {
    return new PeriodFigures(subjectId, tally.reportedDays(), rollUps.values(tally));
  }

  @Override
  public Map<String, PeriodFigures> ofUnits(
      Organization organization, Collection<Unit> units, Period period) {
    return ofMembersAndUnits(organization, List.of(), units, period);
  }

  @Override
  public Map<String, PeriodFigures> ofMembersAndUnits(
      Organization organization,
      Collection<Member> members,
      Collection<Unit> units,
      Period period) {
    Set<String> needed = new HashSet<>();
    units.forEach(unit -> needed.addAll(organization.units().within(unit.id())));
    RollUps rollUps = new RollUps(catalog.metrics(organization.id()));
    Reading reading = reading(organization, period, rollUps, needed, members, HomePieces::homes);
    Map<String, PeriodFigures> figures = new HashMap<>();
    for (Unit unit : units) {
      PeriodFigures one = reading.fold().unit(unit.id());
      if (!one.sums().isEmpty()) {
        figures.put(unit.id(), one);
      }
    }
    for (Member member : members) {
      Tally tally = reading.tallies().get(member.id());
      if (tally != null) {
        figures.put(member.id(), figures(member.id(), tally, rollUps));
      }
    }
    return figures;
  }

  @Override
  public PeriodFigures ofOrganization(Organization organization, Period period) {
    RollUps rollUps = new RollUps(catalog.metrics(organization.id()));
    Set<String> everywhere = new HashSet<>(Set.of(HomePieces.NOWHERE));
    organization.units().all().forEach(unit -> everywhere.add(unit.id()));
    // What is only summed is the same wherever its owner was at home.
    BiFunction<Member, Period, Set<String>> homes =
        rollUps.byDay().isEmpty()
            ? (member, days) -> Set.of(HomePieces.NOWHERE)
            : HomePieces::homes;
    return reading(organization, period, rollUps, everywhere, List.of(), homes)
        .fold()
        .everything(organization.id());
  }

  /** What was read: units to be put together, and every subject that was read by its sums. */
  private record Reading(UnitFold fold, Map<String, Tally> tallies) {}

  /**
   * A fold of the {@code needed} units, with {@link HomePieces#NOWHERE} in it of everything, and
   * the tallies of the members {@code asked} about.
   */
  private Reading reading(
      Organization organization,
      Period period,
      RollUps rollUps,
      Set<String> needed,
      Collection<Member> asked,
      BiFunction<Member, Period, Set<String>> homesOf) {
    Map<String, String> settled = new HashMap<>();
    List<Member> moved = new ArrayList<>();
    for (Member member : organization.members()) {
      Set<String> homes = homesOf.apply(member, period);
      boolean wanted = needed.contains(HomePieces.NOWHERE) || !Collections.disjoint(homes, needed);
      if (wanted && !member.leftBefore(period.start())) {
        if (homes.size() == 1) {
          settled.put(member.id(), homes.iterator().next());
        } else {
          moved.add(member);
        }
      }
    }
    Set<String> subjects = new LinkedHashSet<>(settled.keySet());
    asked.forEach(member -> subjects.add(member.id()));
    return read(organization, period, rollUps, needed, subjects, settled, moved);
  }

  private Reading read(
      Organization organization,
      Period period,
      RollUps rollUps,
      Set<String> needed,
      Set<String> subjects,
      Map<String, String> settled,
      List<Member> moved) {
    organization.units().all().stream()
        .map(Unit::id)
        .filter(needed::contains)
        .forEach(subjects::add);
    Map<String, Tally> tallies =
        ledger.tallies(organization.id(), subjects, period, rollUps.byDay());
    UnitFold fold = new UnitFold(organization.units(), rollUps, tallies);
    settled.forEach(
        (member, home) -> {
          Tally tally = tallies.get(member);
          if (tally != null) {
            fold.add(member, home, tally);
          }
        });
    List<String> ids = moved.stream().map(Member::id).toList();
    var days = ledger.dayValues(organization.id(), ids, period);
    for (Member member : moved) {
      HomePieces.cut(member, days.getOrDefault(member.id(), Map.of()), rollUps)
          .forEach((home, tally) -> fold.add(member.id(), home, tally));
    }
    return new Reading(fold, tallies);
  }
}

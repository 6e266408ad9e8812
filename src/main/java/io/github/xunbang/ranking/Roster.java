package io.github.xunbang.ranking;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.command.Access;
import io.github.xunbang.organization.Campaign;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Unit;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who stands on the boards of a period, and who is missed on them. */
final class Roster {

  private final Organization organization;
  private final Period period;
  private final Entrants entrants;
  private final LocalDate lastDay;
  private final List<Member> members;
  private final List<Unit> units;

  /** The members with a quota. */
  Roster(Organization organization, Period period, LocalDate today) {
    this(organization, period, Entrants.MEMBERS, today);
  }

  /** Reports are expected up to {@code today} or the period's end, whichever comes first. */
  Roster(Organization organization, Period period, Entrants entrants, LocalDate today) {
    this.organization = organization;
    this.period = period;
    this.entrants = entrants;
    lastDay = today.isBefore(period.end()) ? today : period.end();
    @Nullable Set<String> within = within();
    members = entrants.areUnits() ? List.of() : members(within);
    units = entrants.areUnits() ? units(within) : List.of();
  }

  /**
   * Everybody who had not left before the period; figures decide who stands on a board. Somebody
   * who enrolled after it may have back-filled it, and an acknowledged figure is never lost.
   */
  List<Member> members() {
    return members;
  }

  /** The units of that kind and class that existed in the period. */
  List<Unit> units() {
    return units;
  }

  List<Entrant> entrants() {
    return entrants.areUnits()
        ? units.stream().map(Entrant::of).toList()
        : members.stream().map(Entrant::of).toList();
  }

  List<String> ids() {
    return entrants().stream().map(Entrant::id).toList();
  }

  /** The last day that counts: today, or the period's last. */
  LocalDate lastDay() {
    return lastDay;
  }

  /**
   * Who is shown as 未上报 without a figure: those still there. A manager who reports nothing at all
   * runs the team and is not missed; one who sells, is. A guest owes nothing (S-26).
   */
  Set<String> expected(Set<String> reported) {
    if (entrants.areUnits()) {
      return ids(units.stream().filter(unit -> unit.activeOn(lastDay)).map(Unit::id).toList());
    }
    return ids(
        members.stream()
            .filter(member -> member.activeOn(lastDay) && !member.guest())
            .filter(
                member -> !member.access().covers(Access.MANAGER) || reported.contains(member.id()))
            .map(Member::id)
            .toList());
  }

  private List<Member> members(@Nullable Set<String> within) {
    boolean guests = entrants.kind() == Entrants.Kind.GUESTS;
    return organization.members().stream()
        .filter(member -> member.guest() == guests)
        .filter(member -> member.until() == null || !member.until().isBefore(period.start()))
        .filter(member -> within == null || within.contains(home(member)))
        .toList();
  }

  private List<Unit> units(@Nullable Set<String> within) {
    return organization.units().all().stream()
        .filter(unit -> unit.kind().equals(entrants.unitKind()))
        .filter(unit -> !unit.since().isAfter(period.end()))
        .filter(unit -> unit.until() == null || !unit.until().isBefore(period.start()))
        .filter(unit -> within == null || within.contains(unit.id()))
        .filter(this::isOfClass)
        .toList();
  }

  private boolean isOfClass(Unit unit) {
    if (entrants.unitClass() == null) {
      return true;
    }
    String held = Objects.requireNonNullElse(unit.classOn(lastDay), Entrants.UNCLASSED);
    return held.equals(entrants.unitClass());
  }

  /** The ids of the units that the asked unit and the campaign leave; null for no limit (S-70). */
  private @Nullable Set<String> within() {
    @Nullable Set<String> within = null;
    if (entrants.withinId() != null) {
      within = organization.units().within(entrants.withinId());
    }
    List<String> taking = participants(organization, period);
    if (!taking.isEmpty()) {
      Set<String> all = new HashSet<>();
      taking.forEach(unit -> all.addAll(organization.units().within(unit)));
      if (within != null) {
        all.retainAll(within);
      }
      within = all;
    }
    return within;
  }

  /** The units that take part in the campaign of these dates; empty for all. */
  private static List<String> participants(Organization organization, Period period) {
    return period.type() != PeriodType.CAMPAIGN
        ? List.of()
        : organization.structure().campaigns().stream()
            .filter(campaign -> campaign.period().equals(period))
            .findFirst()
            .map(Campaign::unitIds)
            .orElse(List.of());
  }

  private String home(Member member) {
    return Objects.requireNonNullElse(member.unitIdOn(lastDay), "");
  }

  private static Set<String> ids(Collection<String> ids) {
    return ids.stream().collect(Collectors.toSet());
  }
}

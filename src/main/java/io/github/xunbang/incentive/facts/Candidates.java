package io.github.xunbang.incentive.facts;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.incentive.engine.Candidate;
import io.github.xunbang.incentive.register.Registers;
import io.github.xunbang.organization.Campaign;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Unit;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whom rules may concern, as the roster shows them on a period's last day. */
final class Candidates {

  private final Organization organization;
  private final Registers registers;
  private final Map<Period, List<Candidate>> members = new HashMap<>();
  private final Map<Period, List<Candidate>> units = new HashMap<>();
  private final Map<LocalDate, Set<String>> probation = new HashMap<>();

  Candidates(Organization organization, Registers registers) {
    this.organization = organization;
    this.registers = registers;
  }

  List<Candidate> members(Period period) {
    return members.computeIfAbsent(
        period,
        asked ->
            present(asked).stream()
                .map(one -> candidate(one, asked))
                .filter(one -> takesPart(one, asked))
                .toList());
  }

  List<Candidate> units(Period period) {
    return units.computeIfAbsent(
        period,
        asked ->
            organization.units().active(asked.end()).stream()
                .map(unit -> candidate(unit, asked))
                .filter(one -> takesPart(one, asked))
                .toList());
  }

  /** Who was there on the last day or left within the period; guests have no quota (S-26). */
  List<Member> present(Period period) {
    return organization.members().stream()
        .filter(member -> !member.guest())
        .filter(member -> !member.since().isAfter(period.end()))
        .filter(member -> !member.leftBefore(period.start()))
        .toList();
  }

  /** The units that were open at some time of the period. */
  List<Unit> open(Period period) {
    return organization.units().all().stream()
        .filter(unit -> !unit.since().isAfter(period.end()))
        .filter(unit -> unit.until() == null || !unit.until().isBefore(period.start()))
        .toList();
  }

  /** Whether the campaign of these dates, if it is one, is for this subject's unit (S-70). */
  private boolean takesPart(Candidate who, Period period) {
    return period.type() != PeriodType.CAMPAIGN
        || organization.structure().campaigns().stream()
            .filter(campaign -> campaign.period().equals(period))
            .findFirst()
            .map(Campaign::unitIds)
            .filter(units -> !units.isEmpty())
            .map(units -> who.unitIds().stream().anyMatch(units::contains))
            .orElse(true);
  }

  /** The period's last day, or the member's own last one within it. */
  static LocalDate lastDay(Member member, Period period) {
    LocalDate until = member.until();
    return until != null && until.isBefore(period.end()) ? until : period.end();
  }

  private Candidate candidate(Member member, Period period) {
    LocalDate day = lastDay(member, period);
    String home = member.unitIdOn(day);
    return new Candidate(
        member.id(),
        member.name(),
        false,
        member.positionOn(day),
        home == null ? List.of() : path(home),
        null,
        organization.unitOf(member, day).map(unit -> unit.classOn(day)).orElse(null),
        member.since(),
        probation
            .computeIfAbsent(day, one -> registers.onProbation(organization.id(), one))
            .contains(member.id()),
        day.isBefore(period.end()));
  }

  private Candidate candidate(Unit unit, Period period) {
    return new Candidate(
        unit.id(),
        unit.name(),
        true,
        null,
        path(unit.id()),
        unit.kind(),
        unit.classOn(period.end()),
        unit.since(),
        false);
  }

  private List<String> path(String unitId) {
    return organization.units().path(unitId).stream().map(Unit::id).toList();
  }
}

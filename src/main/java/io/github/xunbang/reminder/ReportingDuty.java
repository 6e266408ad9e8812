package io.github.xunbang.reminder;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.calendar.Workdays;
import io.github.xunbang.command.Access;
import io.github.xunbang.command.Caller;
import io.github.xunbang.leave.LeaveCalendar;
import io.github.xunbang.metric.DaySheet;
import io.github.xunbang.metric.Ledger;
import io.github.xunbang.metric.LedgerEntry;
import io.github.xunbang.metric.PeriodFigures;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Unit;
import io.github.xunbang.report.OutstandingReports;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who is expected to report on a day, and who has not. */
@Component
class ReportingDuty implements OutstandingReports {

  private final Ledger ledger;
  private final Workdays workdays;
  private final LeaveCalendar leave;

  ReportingDuty(Ledger ledger, Workdays workdays, LeaveCalendar leave) {
    this.ledger = ledger;
    this.workdays = workdays;
    this.leave = leave;
  }

  /**
   * How a team stands with its reports of one day; each list in order of joining.
   *
   * @param reported who reported, on leave or not
   * @param missing who should have and has not
   * @param onLeave who is on leave and has not
   */
  record Standing(List<Member> reported, List<Member> missing, List<Member> onLeave) {

    /** Whether there is nobody to ask about. */
    boolean isEmpty() {
      return reported.isEmpty() && missing.isEmpty() && onLeave.isEmpty();
    }
  }

  /**
   * The standing of those whose report the caller may ask about: the units that a leader leads, the
   * whole organization for a manager. Guests report without quota and are not expected (S-26), nor
   * is anybody on a day off of their own.
   */
  Standing standing(Organization organization, Caller caller, LocalDate day) {
    return standing(organization, day, member -> sees(organization, caller, member, day));
  }

  @Override
  public List<Member> missing(Organization organization, LocalDate day) {
    return workdays.isWorkday(organization.id(), day)
        ? standing(organization, day, member -> true).missing()
        : List.of();
  }

  /** Whether anybody is expected to report at all, today or on another day. */
  boolean expectsAnybody(Organization organization, LocalDate day) {
    return !expected(organization, day, member -> true).isEmpty();
  }

  private Standing standing(Organization organization, LocalDate day, Predicate<Member> asked) {
    List<Member> expected = expected(organization, day, asked);
    Map<String, DaySheet> sheets =
        ledger.day(organization.id(), expected.stream().map(Member::id).toList(), day);
    Set<String> forStores = reportedForUnits(organization, expected, day);
    Set<String> off = leave.onLeave(organization.id(), day);
    Map<Boolean, List<Member>> byReport =
        expected.stream()
            .collect(
                Collectors.partitioningBy(
                    member ->
                        isReport(sheets.get(member.id())) || forStores.contains(member.id())));
    return new Standing(
        byReport.get(true),
        byReport.get(false).stream()
            .filter(member -> workdays.isWorkday(organization.id(), member.id(), day))
            .toList(),
        byReport.get(false).stream().filter(member -> off.contains(member.id())).toList());
  }

  /**
   * Who sent figures of a unit in their care that day: somebody who reports three stores has
   * reported, own figures or not.
   */
  private Set<String> reportedForUnits(
      Organization organization, List<Member> members, LocalDate day) {
    Set<String> unitIds =
        members.stream()
            .flatMap(member -> organization.responsibleUnits(member.id(), day).stream())
            .map(Unit::id)
            .collect(Collectors.toSet());
    return unitIds.isEmpty()
        ? Set.of()
        : ledger.day(organization.id(), unitIds, day).values().stream()
            .filter(ReportingDuty::isReport)
            .flatMap(sheet -> sheet.entries().stream())
            .filter(entry -> !entry.reason().isCredit())
            .map(LedgerEntry::actorId)
            .collect(Collectors.toSet());
  }

  private List<Member> expected(Organization organization, LocalDate day, Predicate<Member> asked) {
    List<Member> visible =
        organization.activeMembers(day).stream()
            .filter(member -> !member.guest() && asked.test(member))
            .toList();
    Set<String> selling = sellingManagers(organization, visible, day);
    return visible.stream()
        .filter(member -> !isManager(member) || selling.contains(member.id()))
        .toList();
  }

  private static boolean sees(
      Organization organization, Caller caller, Member member, LocalDate day) {
    if (caller.access().covers(Access.MANAGER)) {
      return true;
    }
    return caller.member().equals(member.id()) || organization.leads(caller.member(), member, day);
  }

  /** A manager runs the team; only one who also reports, this month or last, is expected to. */
  Set<String> sellingManagers(Organization organization, List<Member> members, LocalDate day) {
    List<String> managers =
        members.stream().filter(ReportingDuty::isManager).map(Member::id).toList();
    Period month = Period.containing(PeriodType.MONTH, day);
    return managers.isEmpty()
        ? Set.of()
        : Stream.of(month, month.previous())
            .flatMap(
                period -> ledger.figures(organization.id(), managers, period).values().stream())
            .filter(figures -> figures.reportedDays() > 0)
            .map(PeriodFigures::subjectId)
            .collect(Collectors.toSet());
  }

  static boolean isManager(Member member) {
    return member.access().covers(Access.MANAGER);
  }

  /** An undone report leaves an empty sheet behind, a deal one that nobody reported. */
  private static boolean isReport(@Nullable DaySheet sheet) {
    return sheet != null && sheet.isReported();
  }
}

package io.github.xunbang.ranking;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.command.Access;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Who stands on the boards of a period, and who is missed on them. */
final class Roster {

  private final List<Member> members;
  private final LocalDate lastDay;

  /** Reports are expected up to {@code today} or the period's end, whichever comes first. */
  Roster(Organization organization, Period period, LocalDate today) {
    members =
        organization.members().stream()
            .filter(member -> member.until() == null || !member.until().isBefore(period.start()))
            .toList();
    lastDay = today.isBefore(period.end()) ? today : period.end();
  }

  /**
   * Everybody who had not left before the period; figures decide who stands on a board. Somebody
   * who enrolled after it may have back-filled it, and an acknowledged figure is never lost.
   */
  List<Member> members() {
    return members;
  }

  List<String> ids() {
    return members.stream().map(Member::id).toList();
  }

  /**
   * Who is shown as 未上报 without a figure: those still there. A manager who reports nothing at all
   * runs the team and is not missed; one who sells, is.
   */
  Set<String> expected(Set<String> reported) {
    return members.stream()
        .filter(member -> member.activeOn(lastDay))
        .filter(member -> !member.access().covers(Access.MANAGER) || reported.contains(member.id()))
        .map(Member::id)
        .collect(Collectors.toSet());
  }
}

package io.github.xunbang.digest.pack;

import io.github.xunbang.leave.DayPart;
import io.github.xunbang.leave.LeaveCalendar;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.ranking.LeaderboardText;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who attends the 总管会: the roles or people that a manager listed, each with who fills it that day,
 * and who is on leave (S-124). Nobody is listed until a manager did.
 */
@Component
class ChiefsList {

  private static final int NAMES = 20;

  private final LeaveCalendar leave;

  ChiefsList(LeaveCalendar leave) {
    this.leave = leave;
  }

  /** {@code 小区经理：车娟、罗敏（请假）} per role; empty while none is listed. */
  List<String> lines(Organization organization, LocalDate day) {
    Map<String, DayPart> away = leave.away(organization.id(), day);
    return ChiefsDaySetting.attendees(organization).stream()
        .map(role -> line(organization, role, day, away))
        .toList();
  }

  private static String line(
      Organization organization, String role, LocalDate day, Map<String, DayPart> away) {
    List<Member> holders =
        organization.activeMembers(day).stream()
            .filter(member -> role.equals(member.positionOn(day)) || role.equals(member.name()))
            .toList();
    String names =
        holders.stream()
            .limit(NAMES)
            .map(member -> LeaderboardText.name(member.name()) + absence(away.get(member.id())))
            .collect(Collectors.joining("、"));
    if (holders.isEmpty()) {
      return role + "：名册里还没有";
    }
    String all = holders.size() > NAMES ? names + "等" + holders.size() + "人" : names;
    boolean person = holders.size() == 1 && role.equals(holders.get(0).name());
    return person ? all : role + "：" + all;
  }

  private static String absence(@Nullable DayPart part) {
    return part == null ? "" : "（" + part.word() + "请假）";
  }
}

package io.github.xunbang.leave.internal;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.command.Access;
import io.github.xunbang.command.Caller;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandCatalog;
import io.github.xunbang.command.Reply;
import io.github.xunbang.leave.DayPart;
import io.github.xunbang.leave.LeaveCalendar;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Who is off on a day asked for, else today and on the days that are left of the week; a leader
 * sees the own people.
 */
@Component
class WhoIsOff {

  static final String NAME = "谁请假";

  private static final int SHOWN_NAMES = 20;
  private static final int NAME_LENGTH = 20;

  private final OrganizationService organizations;
  private final LeaveCalendar leave;
  private final CommandCatalog catalog;

  WhoIsOff(OrganizationService organizations, LeaveCalendar leave, CommandCatalog catalog) {
    this.organizations = organizations;
    this.leave = leave;
    this.catalog = catalog;
  }

  Reply answer(CommandCall call) {
    Organization organization = organizations.get(call.caller().organization());
    LocalDate today = organization.businessDay().of(call.message().receivedAt());
    LocalDate asked = call.arguments().find("date", LocalDate.class).orElse(today);
    if (!asked.equals(today)) {
      List<String> then = off(organization, call.caller(), asked);
      return Reply.text(
          then.isEmpty() ? text("nobody", Map.of("day", DateText.day(asked))) : line(asked, then));
    }
    LocalDate sunday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    String week =
        today
            .plusDays(1)
            .datesUntil(sunday.plusDays(1))
            .map(day -> line(day, off(organization, call.caller(), day)))
            .filter(line -> !line.isEmpty())
            .collect(Collectors.joining("\n"));
    List<String> off = off(organization, call.caller(), today);
    String first =
        off.isEmpty() ? text("nobody", Map.of("day", DateText.day(today))) : line(today, off);
    return Reply.text(week.isEmpty() ? first : first + "\n" + text("week", Map.of("days", week)));
  }

  /** The names of those who are off, half days with their half: 李强(下午). */
  private List<String> off(Organization organization, Caller caller, LocalDate day) {
    Map<String, DayPart> away = leave.away(organization.id(), day);
    return organization.activeMembers(day).stream()
        .filter(member -> away.containsKey(member.id()) && sees(organization, caller, member, day))
        .map(member -> named(member, away.getOrDefault(member.id(), DayPart.DAY)))
        .toList();
  }

  private static String named(Member member, DayPart part) {
    String name = UntrustedText.oneLine(member.name(), NAME_LENGTH);
    return part == DayPart.DAY ? name : name + "(" + part.word() + ")";
  }

  private static boolean sees(
      Organization organization, Caller caller, Member member, LocalDate day) {
    String callerId = caller.memberId() == null ? "" : caller.memberId();
    return caller.access().covers(Access.MANAGER)
        || callerId.equals(member.id())
        || organization.leads(callerId, member, day);
  }

  private String line(LocalDate day, List<String> off) {
    if (off.isEmpty()) {
      return "";
    }
    String names = off.stream().limit(SHOWN_NAMES).collect(Collectors.joining("、"));
    String shown = off.size() > SHOWN_NAMES ? names + "等" : names;
    return text("off", Map.of("day", DateText.day(day), "count", off.size(), "names", shown));
  }

  private String text(String key, Map<String, ?> values) {
    return catalog.find(NAME).orElseThrow().text(key, values);
  }
}

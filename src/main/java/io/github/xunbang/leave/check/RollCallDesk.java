package io.github.xunbang.leave.check;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.calendar.Workdays;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.leave.DayPart;
import io.github.xunbang.leave.LeaveCalendar;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.organization.ChatGroup;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.schedule.Job;
import io.github.xunbang.schedule.ScheduleService;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Opens roll calls (S-24): only inside working hours and outside the lunch break, only those on
 * duty, nobody oftener than set. The job that ends it is stored before the call itself: a crash in
 * between leaves a job that finds nothing to do, never a call without an end.
 */
@Component
class RollCallDesk {

  static final String KIND = "leave.roll-call";

  /** Beyond this a call is for a smaller unit. */
  private static final int MOST_ASKED = 200;

  private final RollCallRepository repository;
  private final Workdays workdays;
  private final LeaveCalendar leave;
  private final ScheduleService schedule;

  RollCallDesk(
      RollCallRepository repository,
      Workdays workdays,
      LeaveCalendar leave,
      ScheduleService schedule) {
    this.repository = repository;
    this.workdays = workdays;
    this.leave = leave;
    this.schedule = schedule;
  }

  /**
   * Opens a roll call; the same message again opens nothing new.
   *
   * @throws CheckProblem when it may not be now
   */
  RollCall open(CommandCall call, Organization organization, RollCallRequest request) {
    Instant now = call.message().receivedAt();
    LocalDate day = organization.businessDay().of(now);
    String key = call.message().key();
    Optional<RollCall> stored = repository.find(organization.id(), day).find(key);
    if (stored.isPresent()) {
      return stored.get();
    }
    checkHours(organization, day, now, request.length());
    RollCall planned = planned(call, organization, request, day);
    int perDay = CheckSettings.perDay(organization);
    // Refused before a job is stored; the guarded write decides again.
    repository.find(organization.id(), day).opening(planned, perDay);
    schedule.schedule(
        new Job(
            KIND + "|" + organization.id() + "|" + key,
            KIND,
            organization.id(),
            planned.until(),
            Map.of("day", day.toString(), "key", key)));
    return repository
        .update(
            organization.id(),
            day,
            today -> today.find(key).isPresent() ? today : today.opening(planned, perDay))
        .find(key)
        .orElseThrow();
  }

  private void checkHours(Organization organization, LocalDate day, Instant now, Duration length) {
    ZoneId zone = organization.businessDay().zone();
    WorkingHours hours = CheckSettings.workingHours(organization);
    if (!workdays.isWorkday(organization.id(), day)) {
      String rest = workdays.holiday(day).orElse("休息日");
      throw new CheckProblem("restDay", Map.of("day", DateText.day(day), "rest", rest));
    }
    if (!hours.contains(now, zone)) {
      throw new CheckProblem("outside", Map.of("hours", hours));
    }
    Optional<WorkingHours> lunch = CheckSettings.lunchBreak(organization);
    if (lunch.filter(pause -> pause.touches(now, length, zone)).isPresent()) {
      throw new CheckProblem("lunch", Map.of("lunch", lunch.get()));
    }
    if (!hours.covers(now, length, zone)) {
      throw new CheckProblem("tooLate", Map.of("end", hours.to(), "minutes", length.toMinutes()));
    }
  }

  private RollCall planned(
      CommandCall call, Organization organization, RollCallRequest request, LocalDate day) {
    CheckScope scope = CheckScope.of(organization, call.caller(), request.unit(), day);
    List<String> members = onDuty(organization, call, scope, day);
    if (members.isEmpty()) {
      throw new CheckProblem("nobody", Map.of("label", scope.label()));
    }
    if (members.size() > MOST_ASKED) {
      throw new CheckProblem("tooMany", Map.of("count", members.size(), "most", MOST_ASKED));
    }
    Instant now = call.message().receivedAt();
    return new RollCall(
        call.message().key(),
        0,
        scope.label(),
        now,
        now.plus(request.length()),
        Conversation.privateChat(call.caller().conversation().channel(), call.caller().userId()),
        group(call, organization, members, day),
        members);
  }

  /** Who works in this half of the day; guests come without duty (S-26). */
  private List<String> onDuty(
      Organization organization, CommandCall call, CheckScope scope, LocalDate day) {
    Map<String, DayPart> away = leave.away(organization.id(), day);
    DayPart now = CheckSettings.partOfDay(organization, call.message().receivedAt());
    return scope.members().stream()
        .filter(member -> !member.guest() && !member.id().equals(call.caller().memberId()))
        .map(Member::id)
        .filter(member -> away.get(member) != DayPart.DAY && away.get(member) != now)
        .filter(member -> workdays.isWorkday(organization.id(), member, day))
        .toList();
  }

  /** The group it is asked in, else the group of those asked, else one of the whole team. */
  private static Conversation group(
      CommandCall call, Organization organization, List<String> members, LocalDate day) {
    Conversation here = call.caller().conversation();
    if (here.isGroup()) {
      return here;
    }
    List<String> homes =
        members.stream()
            .flatMap(id -> organization.member(id).stream())
            .map(member -> member.unitIdOn(day))
            .filter(Objects::nonNull)
            .toList();
    return organization.groups().stream()
        .filter(group -> !homes.isEmpty() && shows(organization, group, homes))
        .findFirst()
        .or(() -> organization.groups().stream().filter(one -> one.unitIds().isEmpty()).findFirst())
        .map(ChatGroup::conversation)
        .orElseThrow(() -> new CheckProblem("noGroup"));
  }

  private static boolean shows(Organization organization, ChatGroup group, List<String> homes) {
    return group.unitIds().stream()
        .anyMatch(unit -> organization.units().within(unit).containsAll(homes));
  }
}

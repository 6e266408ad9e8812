package io.github.xunbang.reminder;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.calendar.Workdays;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.reminder.ReportingDuty.Standing;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * 谁没报: who has no report for today or a given day, those on leave apart; a leader sees the units
 * they lead.
 */
@Component
class NotReportedCommands implements CommandHandler {

  private final OrganizationService organizations;
  private final ReportingDuty duty;
  private final Workdays workdays;

  NotReportedCommands(OrganizationService organizations, ReportingDuty duty, Workdays workdays) {
    this.organizations = organizations;
    this.duty = duty;
    this.workdays = workdays;
  }

  @Override
  public String name() {
    return "谁没报";
  }

  @Override
  public Effect effect() {
    return Effect.READ;
  }

  @Override
  public Reply handle(CommandCall call) {
    Organization organization = organizations.get(call.caller().organization());
    LocalDate today = organization.businessDay().of(call.message().receivedAt());
    LocalDate day = call.arguments().find("date", LocalDate.class).orElse(today);
    Map<String, String> asked = Map.of("day", DateText.day(day));
    if (day.isAfter(today)) {
      throw call.rejection("future", asked);
    }
    Standing standing = duty.standing(organization, call.caller(), day);
    if (!workdays.isWorkday(organization.id(), day)) {
      return Reply.text(restDay(call, day, standing));
    }
    if (standing.isEmpty()) {
      return call.reply("nobody", asked);
    }
    return Reply.text(workday(call, day, day.equals(today), standing) + onLeave(call, standing));
  }

  private static String workday(
      CommandCall call, LocalDate day, boolean isToday, Standing standing) {
    if (!standing.missing().isEmpty()) {
      return text(call, "missing", day, standing.missing());
    }
    if (standing.reported().isEmpty()) {
      return text(call, "allOff", day, List.of());
    }
    return text(call, isToday ? "reported" : "reportedThen", day, standing.reported());
  }

  /** Nobody is asked for a report on a rest day; who sent one all the same is named with thanks. */
  private String restDay(CommandCall call, LocalDate day, Standing standing) {
    String holiday = workdays.holiday(day).orElse("休息日");
    String rest =
        call.definition().text("restDay", Map.of("day", DateText.day(day), "holiday", holiday));
    return standing.reported().isEmpty()
        ? rest
        : rest + "\n" + text(call, "reportedOnRestDay", day, standing.reported());
  }

  private static String onLeave(CommandCall call, Standing standing) {
    return standing.onLeave().isEmpty()
        ? ""
        : "\n"
            + call.definition()
                .text(
                    "onLeave",
                    Map.of(
                        "count",
                        standing.onLeave().size(),
                        "names",
                        PersonNames.of(standing.onLeave())));
  }

  private static String text(CommandCall call, String key, LocalDate day, List<Member> members) {
    return call.definition()
        .text(
            key,
            Map.of(
                "day",
                DateText.day(day),
                "count",
                members.size(),
                "names",
                PersonNames.of(members)));
  }
}

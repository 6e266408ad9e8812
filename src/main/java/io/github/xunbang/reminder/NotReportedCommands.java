package io.github.xunbang.reminder;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** 谁没报: who has no report for today or a given day; a leader sees the own unit only. */
@Component
class NotReportedCommands implements CommandHandler {

  private static final int SHOWN_NAMES = 30;
  private static final int NAME_LENGTH = 20;

  private final OrganizationService organizations;
  private final ReportingDuty duty;

  NotReportedCommands(OrganizationService organizations, ReportingDuty duty) {
    this.organizations = organizations;
    this.duty = duty;
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
    List<Member> expected = duty.expected(organization, call.caller(), day);
    if (expected.isEmpty()) {
      return call.reply("nobody", asked);
    }
    List<Member> missing = duty.missing(organization, expected, day);
    if (missing.isEmpty()) {
      return call.reply(
          day.equals(today) ? "reported" : "reportedThen",
          Map.of("day", DateText.day(day), "count", expected.size()));
    }
    return call.reply(
        "missing",
        Map.of("day", DateText.day(day), "count", missing.size(), "names", names(missing)));
  }

  private static String names(List<Member> missing) {
    String shown =
        missing.stream()
            .limit(SHOWN_NAMES)
            .map(member -> UntrustedText.oneLine(member.name(), NAME_LENGTH))
            .collect(Collectors.joining("、"));
    return missing.size() > SHOWN_NAMES ? shown + "等" + missing.size() + "人" : shown;
  }
}

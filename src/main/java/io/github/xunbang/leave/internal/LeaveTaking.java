package io.github.xunbang.leave.internal;

import io.github.xunbang.approval.OpenQuestions;
import io.github.xunbang.calendar.BusinessDay;
import io.github.xunbang.command.Access;
import io.github.xunbang.command.Caller;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.Reply;
import io.github.xunbang.leave.internal.LeaveDesk.Filed;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What 请假, 休息 and 今天休息 have in common: reading, filing, offering, and saying so. */
@Component
class LeaveTaking {

  static final String QUESTION = "leave.rest";

  private final OrganizationService organizations;
  private final LeaveDesk desk;
  private final LeaveTexts texts;
  private final OpenQuestions questions;

  LeaveTaking(
      OrganizationService organizations,
      LeaveDesk desk,
      LeaveTexts texts,
      OpenQuestions questions) {
    this.organizations = organizations;
    this.desk = desk;
    this.texts = texts;
    this.questions = questions;
  }

  /** Files what {@code input} asks for. */
  Reply take(CommandCall call, String input, String kind) {
    Organization organization = organization(call);
    Instant at = call.message().receivedAt();
    LocalDate today = organization.businessDay().of(at);
    Optional<LeaveSubject> named = LeaveSubject.read(input, organization, today);
    Member subject =
        named.map(LeaveSubject::member).orElseGet(() -> self(call.caller(), organization));
    String rest = named.map(LeaveSubject::rest).orElse(input);
    LeaveWish wish = LeaveReader.read(rest, kind, organization.businessDay(), at);
    return file(new LeaveRequest(call.caller(), subject, wish, call.message().key(), at));
  }

  /** Files it and says what became of it. */
  Reply file(LeaveRequest request) {
    Filed filed = desk.file(request);
    String title = LeaveDesk.title(request.subject(), filed.leave());
    if (filed.needed().isEmpty()) {
      return texts.reply("filed", Map.of("leave", title, "days", filed.workdays()));
    }
    boolean manager = filed.needed().get().covers(Access.MANAGER);
    return texts.reply(
        request.wish().first().isBefore(day(request)) ? "askedLate" : "asked",
        Map.of(
            "leave",
            title,
            "days",
            filed.workdays(),
            "number",
            filed.leave().approvalNumber(),
            "who",
            manager ? "经理" : "组长或经理"));
  }

  /** Somebody says that they are off without asking for it: nothing is stored, one step is left. */
  Reply offer(CommandCall call, String input, String kind) {
    Organization organization = organization(call);
    Member self = self(call.caller(), organization);
    BusinessDay businessDay = organization.businessDay();
    Instant at = call.message().receivedAt();
    LeaveWish wish = LeaveReader.read(input, kind, businessDay, at);
    String dates = Leave.dates(wish.first(), wish.last());
    String label = "请假 " + dates + (wish.kind().isEmpty() ? "" : " " + wish.kind());
    questions.ask(
        call.caller(),
        QUESTION,
        self.name() + " " + label,
        List.of(label),
        Map.of(
            "first", wish.first().toString(),
            "last", wish.last().toString(),
            "kind", wish.kind(),
            "reason", wish.reason()),
        businessDay.startOf(businessDay.of(at).plusDays(1)));
    return texts.reply("offer", Map.of("dates", dates, "label", label));
  }

  Organization organization(CommandCall call) {
    if (call.caller().organizationId() == null) {
      throw new LeaveProblem("noTeam");
    }
    return organizations.get(call.caller().organization());
  }

  /** The caller as a member; an administrator need not be one. */
  static Member self(Caller caller, Organization organization) {
    return Optional.ofNullable(caller.memberId())
        .flatMap(organization::member)
        .orElseThrow(() -> new LeaveProblem("enrol"));
  }

  private LocalDate day(LeaveRequest request) {
    return organizations.get(request.caller().organization()).businessDay().of(request.at());
  }
}

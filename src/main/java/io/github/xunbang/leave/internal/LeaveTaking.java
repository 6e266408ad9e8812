package io.github.xunbang.leave.internal;

import io.github.xunbang.approval.OpenQuestions;
import io.github.xunbang.calendar.BusinessDay;
import io.github.xunbang.command.Access;
import io.github.xunbang.command.Caller;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.NumberText;
import io.github.xunbang.command.Reply;
import io.github.xunbang.leave.internal.LeaveDesk.Filed;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
    List<LeaveWish> meant = LeaveReader.read(rest, kind, organization.businessDay(), at);
    LeaveDesk.checkRight(organization, call.caller(), subject, today);
    return meant.size() > 1
        ? choose(call, subject, meant)
        : file(new LeaveRequest(call.caller(), subject, meant.get(0), call.message().key(), at));
  }

  /** A date or a half was left open: nothing is stored, one answer is left. */
  private Reply choose(CommandCall call, Member subject, List<LeaveWish> meant) {
    List<String> labels = meant.stream().map(wish -> wish.span().text()).toList();
    ask(call, subject, subject.name() + " 请假", labels, meant);
    String options =
        IntStream.range(0, labels.size())
            .mapToObj(index -> "回 " + (index + 1) + " = " + labels.get(index))
            .collect(Collectors.joining("\n"));
    return texts.reply("choose", Map.of("name", subject.name(), "options", options));
  }

  private void ask(
      CommandCall call, Member subject, String title, List<String> labels, List<LeaveWish> meant) {
    BusinessDay businessDay = organization(call).businessDay();
    Map<String, String> data = new HashMap<>();
    for (int index = 0; index < meant.size(); index++) {
      data.put("span" + (index + 1), meant.get(index).span().key());
    }
    data.put("kind", meant.get(0).kind());
    data.put("reason", meant.get(0).reason());
    data.put("subject", subject.id());
    LocalDate tomorrow = businessDay.of(call.message().receivedAt()).plusDays(1);
    questions.ask(call.caller(), QUESTION, title, labels, data, businessDay.startOf(tomorrow));
  }

  /** Files it and says what became of it. */
  Reply file(LeaveRequest request) {
    Filed filed = desk.file(request);
    String title = LeaveDesk.title(request.subject(), filed.leave());
    String days = NumberText.plain(filed.workdays());
    if (filed.needed().isEmpty()) {
      return texts.reply("filed", Map.of("leave", title, "days", days));
    }
    boolean manager = filed.needed().get().covers(Access.MANAGER);
    return texts.reply(
        request.wish().span().first().isBefore(day(request)) ? "askedLate" : "asked",
        Map.of(
            "leave",
            title,
            "days",
            days,
            "number",
            filed.leave().approvalNumber(),
            "who",
            manager ? "经理" : "组长或经理"));
  }

  /** Somebody says that they are off without asking for it: nothing is stored, one step is left. */
  Reply offer(CommandCall call, String input, String kind) {
    Organization organization = organization(call);
    Member self = self(call.caller(), organization);
    Instant at = call.message().receivedAt();
    List<LeaveWish> meant = LeaveReader.read(input, kind, organization.businessDay(), at);
    if (meant.size() > 1) {
      return choose(call, self, meant);
    }
    LeaveWish wish = meant.get(0);
    String dates = wish.span().text();
    String label = "请假 " + dates + (wish.kind().isEmpty() ? "" : " " + wish.kind());
    ask(call, self, self.name() + " " + label, List.of(label), meant);
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

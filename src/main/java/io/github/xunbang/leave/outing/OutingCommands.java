package io.github.xunbang.leave.outing;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.command.Access;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.Reply;
import io.github.xunbang.leave.outing.Slip.View;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.organization.PersonName;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * 外出: the visit slip (S-22). Alone it lists the own slips; with a day alone, that day's; with a
 * name alone, that person's.
 */
@Component
class OutingCommands implements CommandHandler {

  static final String NAME = "外出";

  private static final Set<String> BACK =
      Set.of("回来", "回来了", "已回", "回了", "结束", "返回", "回公司", "回公司了", "回来啦");
  private static final Pattern CANCEL = Pattern.compile("(?:取消|不去了?|作废)\\s*(.*)");
  private static final Pattern COMPLETE = Pattern.compile("(?:补充?|补上|添加)\\s*(.+)");
  private static final Pattern EDIT = Pattern.compile("(?:改成?|修改|更正)(?:[\\s:：\\d].*)?");
  private static final Set<String> TEAM = Set.of("名单", "谁", "有谁", "都有谁", "情况", "全部");

  private final OrganizationService organizations;
  private final OutingDesk desk;
  private final SlipStore store;

  OutingCommands(OrganizationService organizations, OutingDesk desk, SlipStore store) {
    this.organizations = organizations;
    this.desk = desk;
    this.store = store;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Effect effect() {
    return Effect.RECORD;
  }

  /** 外出拜访3家，意向5 is a report of figures; behind a blank a slip begins. */
  @Override
  public boolean yieldsToFigures(String text) {
    return !text.strip().matches("(?s)外出[\\s:：,，].*");
  }

  @Override
  public Reply handle(CommandCall call) {
    try {
      return answer(call, organization(call));
    } catch (OutingProblem problem) {
      throw problem.toRejection(call);
    }
  }

  private Organization organization(CommandCall call) {
    return Optional.ofNullable(call.caller().organizationId())
        .map(organizations::get)
        .orElseThrow(() -> new OutingProblem("noTeam"));
  }

  private Reply answer(CommandCall call, Organization organization) {
    String input = call.input().strip();
    Optional<LocalDate> day =
        VisitReader.day(input, organization.businessDay(), call.message().receivedAt());
    if (day.isPresent() || TEAM.contains(input)) {
      return list(call, organization, day.orElse(today(call, organization)));
    }
    Member self =
        Optional.ofNullable(call.caller().memberId())
            .flatMap(organization::member)
            .orElseThrow(() -> new OutingProblem("enrol"));
    LocalDate today = today(call, organization);
    Optional<Member> named = organization.memberNamed(PersonName.normalized(input), today);
    if (input.isEmpty() || named.isPresent()) {
      return slipsOf(call, organization, named.orElse(self), today);
    }
    return change(call, organization, self);
  }

  private Reply change(CommandCall call, Organization organization, Member self) {
    String input = call.input().strip();
    Matcher cancel = CANCEL.matcher(input);
    Matcher complete = COMPLETE.matcher(input);
    if (EDIT.matcher(input).matches()) {
      throw new OutingProblem("noEdit");
    }
    if (BACK.contains(input)) {
      return says(call, "back", desk.back(call, organization, self), self);
    }
    if (cancel.matches()) {
      Slip slip = desk.cancel(call, organization, self, cancel.group(1).strip());
      return says(call, "cancelled", slip, self);
    }
    Slip slip =
        complete.matches()
            ? desk.complete(call, organization, self, complete.group(1).strip())
            : desk.file(call, organization, self);
    boolean asks = !complete.matches() && !slip.visit().missing().isEmpty();
    return says(
        call, asks ? "filedMissing" : complete.matches() ? "completed" : "filed", slip, self);
  }

  private static Reply says(CommandCall call, String key, Slip slip, Member self) {
    Map<String, Object> values = new HashMap<>();
    values.put("name", self.name());
    values.put("when", OutingLines.when(slip));
    values.put("visit", slip.line(call.caller().conversation().isGroup() ? View.GROUP : View.FULL));
    values.put("number", slip.number());
    values.put("missing", slip.visit().missing());
    return call.reply(key, values);
  }

  private Reply slipsOf(
      CommandCall call, Organization organization, Member member, LocalDate today) {
    boolean self = member.id().equals(call.caller().memberId());
    if (!sees(call, organization, member, today)) {
      throw new OutingProblem("notYours", Map.of("name", member.name()));
    }
    List<Slip> slips = desk.live(organization, member, today);
    if (slips.isEmpty()) {
      return self ? call.reply("none") : call.reply("noneOf", Map.of("name", member.name()));
    }
    boolean group = call.caller().conversation().isGroup();
    View view = self && !group ? View.FULL : view(call);
    return call.reply(
        self ? "own" : "others",
        Map.of("name", member.name(), "slips", OutingLines.own(slips, view)));
  }

  /** A leader reads the units they lead, a manager everybody, anybody else oneself. */
  private Reply list(CommandCall call, Organization organization, LocalDate day) {
    List<Member> visible =
        organization.activeMembers(day).stream()
            .filter(member -> sees(call, organization, member, day))
            .toList();
    Map<String, List<Slip>> slips =
        store.on(organization.id(), visible.stream().map(Member::id).toList(), day);
    Map<Member, List<Slip>> shown = new LinkedHashMap<>();
    visible.forEach(
        member -> {
          List<Slip> own = slips.getOrDefault(member.id(), List.of());
          if (!own.isEmpty()) {
            shown.put(member, own);
          }
        });
    String title = DateText.day(day);
    if (shown.isEmpty()) {
      return call.reply("nobody", Map.of("day", title));
    }
    return call.reply(
        "team",
        Map.of("day", title, "count", shown.size(), "slips", OutingLines.team(shown, view(call))));
  }

  private static boolean sees(
      CommandCall call, Organization organization, Member member, LocalDate day) {
    String callerId = call.caller().memberId() == null ? "" : call.caller().memberId();
    return call.caller().access().covers(Access.MANAGER)
        || callerId.equals(member.id())
        || organization.leads(callerId, member, day);
  }

  private static View view(CommandCall call) {
    if (call.caller().conversation().isGroup()) {
      return View.GROUP;
    }
    return call.caller().access().covers(Access.MANAGER) ? View.FULL : View.LEADER;
  }

  private static LocalDate today(CommandCall call, Organization organization) {
    return organization.businessDay().of(call.message().receivedAt());
  }
}

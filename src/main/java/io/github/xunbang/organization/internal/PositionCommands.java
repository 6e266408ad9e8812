package io.github.xunbang.organization.internal;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.command.Reply;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.Assignment;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.organization.PersonName;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** 岗位: which positions there are; changes a person's position from a day on (S-01, S-03). */
@Component
class PositionCommands implements CommandHandler {

  private static final int LINES = 14;

  private final OrganizationService organizations;
  private final CallScene scene;

  PositionCommands(OrganizationService organizations, CallScene scene) {
    this.organizations = organizations;
    this.scene = scene;
  }

  @Override
  public String name() {
    return "岗位";
  }

  @Override
  public Effect effect() {
    return Effect.RECORD;
  }

  @Override
  public boolean yieldsToFigures(String text) {
    return ReportHeading.begins(text);
  }

  @Override
  public Reply handle(CommandCall call) {
    Organization organization = scene.organization(call);
    LocalDate today = CallScene.today(call, organization);
    List<TypedLine> lines = TypedLine.of(call.input(), CallScene.dates(call, organization));
    if (lines.isEmpty()) {
      return list(call, organization, today);
    }
    if (lines.size() > 1) {
      throw call.rejection("usage", Map.of());
    }
    TypedLine line = lines.get(0);
    if (line.words().size() == 1) {
      return one(call, organization, line.words().get(0), today);
    }
    if (line.words().size() > 2) {
      throw call.rejection("usage", Map.of());
    }
    return changed(call, organization, line, today);
  }

  private Reply changed(
      CommandCall call, Organization organization, TypedLine line, LocalDate today) {
    Member member = member(call, organization, line.words().get(0), today);
    String position = PersonName.checkedLabel("岗位", line.words().get(1));
    if (!organization.units().find(position, today).isEmpty()) {
      throw call.rejection("isUnit", Map.of("name", member.name(), "unit", position));
    }
    LocalDate from = line.since() == null ? today : line.since();
    if (from.isBefore(member.since())) {
      throw new CommandRejectedException(
          "%s%s才加入，日期请写那天或之后".formatted(member.name(), DateText.shortDay(member.since())));
    }
    organizations.change(
        organization.id(),
        current -> {
          List<Member> members = new ArrayList<>(current.members());
          members.replaceAll(
              one ->
                  one.id().equals(member.id())
                      ? one.assigned(from, position, one.unitIdOn(from))
                      : one);
          return current.withMembers(members);
        });
    return call.reply(
        "changed",
        Map.of(
            "name", member.name(),
            "before", Objects.requireNonNullElse(member.positionOn(from), "未填"),
            "after", position,
            "day", DateText.day(from)));
  }

  private static Reply one(
      CommandCall call, Organization organization, String typed, LocalDate today) {
    Optional<Member> found = CallScene.member(organization, typed, today);
    if (found.isEmpty()) {
      List<String> names =
          organization.activeMembers(today).stream()
              .filter(member -> typed.equals(member.positionOn(today)))
              .map(Member::name)
              .toList();
      if (!names.isEmpty()) {
        return Reply.text(typed + "(" + names.size() + ")：" + String.join("、", names))
            .changingNothing();
      }
    }
    Member member = member(call, organization, typed, today);
    String history =
        member.assignments().stream()
            .map(assignment -> line(organization, assignment))
            .collect(Collectors.joining("\n"));
    return call.reply("one", Map.of("name", member.name(), "history", history)).changingNothing();
  }

  private static String line(Organization organization, Assignment assignment) {
    return DateText.shortDay(assignment.since())
        + "起："
        + Objects.requireNonNullElse(assignment.position(), "未填岗位")
        + organization
            .units()
            .unit(assignment.unitId())
            .map(unit -> " · " + unit.name())
            .orElse("");
  }

  private static Member member(
      CommandCall call, Organization organization, String typed, LocalDate today) {
    return CallScene.member(organization, typed, today)
        .orElseThrow(
            () -> call.rejection("unknown", Map.of("name", UntrustedText.oneLine(typed, 20))));
  }

  private static Reply list(CommandCall call, Organization organization, LocalDate today) {
    Map<String, Long> counts =
        organization.activeMembers(today).stream()
            .map(member -> Objects.requireNonNullElse(member.positionOn(today), "未填"))
            .collect(
                Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    String lines =
        counts.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .limit(LINES)
            .map(entry -> entry.getKey() + " " + entry.getValue() + "人")
            .collect(Collectors.joining("\n"));
    Reply reply =
        lines.isEmpty() ? call.reply("empty") : call.reply("list", Map.of("positions", lines));
    return reply.changingNothing();
  }
}

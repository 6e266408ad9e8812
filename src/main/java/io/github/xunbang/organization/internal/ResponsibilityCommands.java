package io.github.xunbang.organization.internal;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.command.Reply;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.organization.Responsibility;
import io.github.xunbang.organization.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * 负责: who looks after which stores, per month or in rota days (S-08, S-09). Every line is one
 * assignment; one bad line and nothing is stored, since half a rota misleads.
 */
@Component
class ResponsibilityCommands implements CommandHandler {

  private static final int WARNINGS = 6;

  private final OrganizationService organizations;
  private final CallScene scene;

  ResponsibilityCommands(OrganizationService organizations, CallScene scene) {
    this.organizations = organizations;
    this.scene = scene;
  }

  @Override
  public String name() {
    return "负责";
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
    List<ResponsibilityLine> lines = lines(call, organization);
    if (lines.isEmpty()) {
      return Reply.text(ResponsibilityText.all(organization, today)).changingNothing();
    }
    if (lines.size() == 1 && lines.get(0).isQuestion()) {
      return Reply.text(ResponsibilityText.about(organization, lines.get(0), today))
          .changingNothing();
    }
    Organization after =
        organizations.change(
            organization.id(),
            current -> {
              List<Responsibility> all = current.structure().responsibilities();
              for (ResponsibilityLine line : lines) {
                all = line.applied(all);
              }
              return current.withStructure(current.structure().withResponsibilities(all));
            });
    return Reply.text(said(lines) + warnings(after, lines, today));
  }

  /** The lines; of several, a bad one is named and none is taken. */
  private static List<ResponsibilityLine> lines(CommandCall call, Organization organization) {
    List<String> typed =
        call.input().lines().filter(line -> !TypedLine.words(line).isEmpty()).toList();
    List<ResponsibilityLine> lines = new ArrayList<>();
    List<String> bad = new ArrayList<>();
    for (String line : typed) {
      if (isHeading(line)) {
        continue;
      }
      try {
        ResponsibilityLine read =
            ResponsibilityLine.read(line, organization, call.message().receivedAt());
        if (typed.size() > 1 || !read.isQuestion()) {
          read.refuseIncomplete();
        }
        lines.add(read);
      } catch (CommandRejectedException problem) {
        String why = Objects.requireNonNullElse(problem.getMessage(), "");
        bad.add(
            typed.size() == 1
                ? why
                : "第%d行“%s”：%s"
                    .formatted(typed.indexOf(line) + 1, UntrustedText.oneLine(line, 20), why));
      }
    }
    if (!bad.isEmpty()) {
      String shown = bad.stream().limit(WARNINGS).collect(Collectors.joining("\n"));
      throw new CommandRejectedException(typed.size() == 1 ? shown : "都没登记，改好再整段发一次：\n" + shown);
    }
    return lines;
  }

  private static boolean isHeading(String line) {
    return TypedLine.words(line).stream()
        .allMatch(word -> word.matches("姓名|名字|人员|负责人|小区经理|门店|店名|单位|负责门店|负责"));
  }

  private static String said(List<ResponsibilityLine> lines) {
    return lines.stream().map(ResponsibilityLine::said).collect(Collectors.joining("\n"));
  }

  /** Gaps and overlaps of the rotas that were touched, in the month in which each line begins. */
  private static String warnings(
      Organization organization, List<ResponsibilityLine> lines, LocalDate today) {
    Map<String, String> warnings = new LinkedHashMap<>();
    for (ResponsibilityLine line : lines) {
      if (!line.ends()) {
        Period month = organization.periods().containing(PeriodType.MONTH, line.span().from());
        line.units().forEach(unit -> warn(organization, line, unit, month, today, warnings));
      }
    }
    List<String> shown = warnings.values().stream().filter(text -> !text.isEmpty()).toList();
    String text = shown.stream().limit(WARNINGS).collect(Collectors.joining("\n"));
    return shown.isEmpty()
        ? ""
        : "\n" + text + (shown.size() > WARNINGS ? "\n……还有" + (shown.size() - WARNINGS) + "家" : "");
  }

  private static void warn(
      Organization organization,
      ResponsibilityLine line,
      Unit unit,
      Period month,
      LocalDate today,
      Map<String, String> warnings) {
    List<Responsibility> all = organization.structure().responsibilities();
    List<String> parts = new ArrayList<>();
    String gaps =
        RotaCheck.gaps(all, unit.id(), month, today).stream()
            .map(ResponsibilityCommands::days)
            .collect(Collectors.joining("、"));
    if (!gaps.isEmpty()) {
      parts.add(gaps + "没人");
    }
    if (!line.together()) {
      RotaCheck.overlaps(all, unit.id(), month, today)
          .forEach(both -> parts.add(days(both) + names(organization, both) + "重叠"));
    }
    warnings.put(
        unit.id(), parts.isEmpty() ? "" : "注意 " + unit.name() + "：" + String.join("；", parts));
  }

  private static String days(RotaCheck.Stretch stretch) {
    String from = DateText.shortDay(stretch.from());
    return stretch.from().equals(stretch.until())
        ? from
        : from + "-" + DateText.shortDay(stretch.until());
  }

  private static String names(Organization organization, RotaCheck.Stretch stretch) {
    return stretch.memberIds().stream()
        .map(id -> organization.member(id).map(Member::name))
        .flatMap(Optional::stream)
        .collect(Collectors.joining("和"));
  }
}

package io.github.xunbang.organization.internal;

import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandHandler;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.command.NearNames;
import io.github.xunbang.command.Reply;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.organization.Unit;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 门店 小组: shows the tree; adds and changes units, one a line (S-05 to S-07). */
@Component
class UnitsCommands implements CommandHandler {

  private final OrganizationService organizations;
  private final CallScene scene;

  UnitsCommands(OrganizationService organizations, CallScene scene) {
    this.organizations = organizations;
    this.scene = scene;
  }

  @Override
  public String name() {
    return "门店";
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
    if (call.input().isBlank()) {
      return Reply.text(UnitsText.tree(organization, today)).changingNothing();
    }
    List<String> words = TypedLine.words(call.input());
    if (!call.input().contains("\n") && words.size() == 1) {
      return shown(call, organization, words.get(0), today);
    }
    if (!call.input().contains("\n") && words.size() >= 2) {
      String act = words.get(1);
      if (words.size() == 3 && (act.equals("改名") || act.equals("改叫"))) {
        return renamed(call, unit(organization, words.get(0), today), words.get(2));
      }
      if (words.size() == 2 && act.matches("撤销|关闭|停用|关店|撤店|删除")) {
        return closed(call, unit(organization, words.get(0), today));
      }
    }
    return edited(call, organization);
  }

  private Reply edited(CommandCall call, Organization organization) {
    List<TypedLine> lines =
        TypedLine.of(call.input(), CallScene.dates(call, organization)).stream()
            .filter(line -> !UnitLine.isHeading(line))
            .toList();
    if (lines.isEmpty()) {
      throw call.rejection("usage", Map.of());
    }
    Function<String, Optional<String>> taken = scene.taken(organization);
    AtomicReference<EditLog> log = new AtomicReference<>();
    Organization after =
        organizations.change(
            organization.id(),
            current -> {
              UnitEdits edits =
                  new UnitEdits(current, CallScene.today(call, current), taken, usualKind(call))
                      .apply(lines);
              log.set(edits.log());
              return edits.log().changedAnything() ? edits.result() : current;
            });
    if (!log.get().changedAnything() && log.get().refusedAnything()) {
      throw new CommandRejectedException(log.get().text());
    }
    scene.unitsSetUp(after);
    return Reply.text(
        log.get().text() + "\n" + UnitsText.counts(after, CallScene.today(call, after)));
  }

  /** 小组 一组 names 小组; 门店 goes by the names, since whole trees are pasted under it. */
  private static @Nullable String usualKind(CommandCall call) {
    return call.message().text().strip().startsWith("小组") ? "小组" : null;
  }

  private Reply renamed(CommandCall call, Unit unit, String typed) {
    Organization before = scene.organization(call);
    organizations.change(
        before.id(),
        current ->
            new UnitEdits(current, CallScene.today(call, current), scene.taken(before), null)
                .rename(current.units().unit(unit.id()).orElseThrow(), typed)
                .result());
    String after =
        organizations.get(before.id()).units().unit(unit.id()).map(Unit::name).orElse(typed);
    return call.reply("renamed", Map.of("before", unit.name(), "after", after));
  }

  private Reply closed(CommandCall call, Unit unit) {
    Organization before = scene.organization(call);
    LocalDate today = CallScene.today(call, before);
    organizations.change(
        before.id(),
        current -> {
          Organization closed =
              new UnitEdits(current, today, scene.taken(before), null)
                  .close(current.units().unit(unit.id()).orElseThrow())
                  .result();
          return closed.withStructure(
              closed
                  .structure()
                  .withResponsibilities(
                      ResponsibilityEdits.endUnit(
                          closed.structure().responsibilities(), unit.id(), today.plusDays(1))));
        });
    List<String> left =
        before.membersWithin(unit.id(), today).stream().map(Member::name).limit(5).toList();
    return left.isEmpty()
        ? call.reply("closed", Map.of("unit", unit.name()))
        : call.reply(
            "closedWithPeople",
            Map.of("unit", unit.name(), "names", String.join("、", left), "first", left.get(0)));
  }

  private static Reply shown(
      CommandCall call, Organization organization, String typed, LocalDate today) {
    return CallScene.unit(organization, typed, today)
        .map(unit -> Reply.text(UnitsText.one(organization, unit, today)).changingNothing())
        .orElseThrow(() -> call.rejection("unknown", unknown(organization, typed, today)));
  }

  private static Unit unit(Organization organization, String typed, LocalDate today) {
    return CallScene.unit(organization, typed, today)
        .orElseThrow(() -> CallScene.unknown(organization, typed, today));
  }

  private static Map<String, String> unknown(
      Organization organization, String typed, LocalDate today) {
    String shown = io.github.xunbang.message.UntrustedText.oneLine(typed, 12);
    String near =
        NearNames.alike(
            typed,
            Stream.ofNullable(organization.units().active(today))
                .flatMap(List::stream)
                .map(Unit::name)
                .toList());
    return Map.of("unit", shown, "near", near.isEmpty() ? "" : "，是不是" + near);
  }
}

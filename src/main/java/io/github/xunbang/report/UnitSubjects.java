package io.github.xunbang.report;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.command.Access;
import io.github.xunbang.command.Caller;
import io.github.xunbang.command.CommandDefinition;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Unit;
import io.github.xunbang.report.grammar.Block;
import io.github.xunbang.report.grammar.Figure;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whose figures the parts of a report are. Nobody reports for a unit that is not theirs: those
 * responsible for it, its own members, who leads it and managers may (design section 5).
 */
final class UnitSubjects {

  private static final int SHOWN_PEOPLE = 3;

  private final CommandDefinition texts;
  private final Organization organization;
  private final List<Metric> metrics;

  /** {@code texts} are those of 日报, which hold the refusals. */
  UnitSubjects(CommandDefinition texts, Organization organization, List<Metric> metrics) {
    this.texts = texts;
    this.organization = organization;
    this.metrics = metrics;
  }

  /**
   * The parts, the reporter's own first.
   *
   * @param memberId whose the figures without a unit are
   * @throws CommandRejectedException when one of them may not be reported by {@code caller}
   */
  List<ReportPart> parts(List<Block> blocks, String memberId, Caller caller) {
    List<ReportPart> own = new ArrayList<>();
    List<ReportPart> ofUnits = new ArrayList<>();
    for (Block block : blocks) {
      String name = block.unit();
      if (name == null) {
        own.add(new ReportPart(block, memberId, null));
      } else {
        Unit unit = unit(name, block.date(), caller);
        refuseMembersSums(unit, block);
        ofUnits.add(new ReportPart(block, unit.id(), unit));
      }
    }
    own.addAll(ofUnits);
    return own;
  }

  /** Every name that a report may use for a unit; 一区五店 where several are called 五店. */
  static Set<String> names(Organization organization) {
    Set<String> names = new LinkedHashSet<>();
    for (Unit unit : organization.units().all()) {
      names.add(unit.name());
      organization
          .units()
          .unit(unit.parentId())
          .ifPresent(up -> names.add(up.name() + unit.name()));
    }
    return names;
  }

  /** Whether the member may report and see the unit's figures on {@code day}. */
  static boolean mayReport(Organization organization, Caller caller, Unit unit, LocalDate day) {
    String member = caller.member();
    return caller.access().covers(Access.MANAGER)
        || organization.responsibleUnits(member, day).contains(unit)
        || organization.member(member).map(m -> unit.id().equals(m.unitIdOn(day))).orElse(false)
        || organization.ledUnitIds(member, day).contains(unit.id());
  }

  /** The units of this name, or of 一区五店, on {@code day}. */
  static List<Unit> named(Organization organization, String name, LocalDate day) {
    List<Unit> found = organization.units().named(name, day);
    return !found.isEmpty()
        ? found
        : organization.units().active(day).stream()
            .filter(unit -> qualified(organization, unit).equals(name))
            .toList();
  }

  private static String qualified(Organization organization, Unit unit) {
    return organization.units().unit(unit.parentId()).map(Unit::name).orElse("") + unit.name();
  }

  private Unit unit(String name, LocalDate day, Caller caller) {
    List<Unit> named = named(organization, name, day);
    if (named.isEmpty()) {
      throw refusal("unit_closed", Map.of("unit", name, "day", DateText.day(day)));
    }
    List<Unit> allowed =
        named.stream().filter(unit -> mayReport(organization, caller, unit, day)).toList();
    if (allowed.size() > 1) {
      String all =
          allowed.stream()
              .map(unit -> qualified(organization, unit))
              .collect(Collectors.joining("、"));
      throw refusal(
          "unit_several",
          Map.of("unit", name, "all", all, "line", qualified(organization, allowed.get(0))));
    }
    if (allowed.isEmpty()) {
      throw notYours(named.get(0), day);
    }
    return allowed.get(0);
  }

  private CommandRejectedException notYours(Unit unit, LocalDate day) {
    String people =
        responsible(organization, unit, day)
            .limit(SHOWN_PEOPLE)
            .map(Member::name)
            .collect(Collectors.joining("、"));
    return people.isEmpty()
        ? refusal("unit_of_nobody", Map.of("unit", unit.name()))
        : refusal("unit_not_yours", Map.of("unit", unit.name(), "people", people));
  }

  private static Stream<Member> responsible(Organization organization, Unit unit, LocalDate day) {
    return organization.structure().responsibilities().stream()
        .filter(one -> one.unitId().equals(unit.id()) && one.activeOn(day))
        .flatMap(one -> organization.member(one.memberId()).stream())
        .filter(member -> member.activeOn(day))
        .distinct();
  }

  private void refuseMembersSums(Unit unit, Block block) {
    for (Figure figure : block.figures()) {
      Metric metric = new FigureLine(metrics).metric(figure.metricId());
      if (metric.unitValue() == Metric.UnitValue.MEMBERS) {
        throw refusal("members_sum", Map.of("unit", unit.name(), "metric", metric.name()));
      }
    }
  }

  private CommandRejectedException refusal(String key, Map<String, ?> values) {
    return new CommandRejectedException(texts.text(key, values));
  }
}

package io.github.xunbang.organization.internal;

import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Responsibility;
import io.github.xunbang.organization.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The tree in a few lines of a phone. */
final class UnitsText {

  private static final int LINES = 16;
  private static final int PEOPLE = 3;

  private UnitsText() {}

  /** {@code 共50个单位：大区2 小区12 门店36}. */
  static String counts(Organization organization, LocalDate today) {
    List<Unit> active = organization.units().active(today);
    return active.isEmpty() ? "还没有单位" : "共%d个单位：%s".formatted(active.size(), kinds(active));
  }

  /** The top of the tree and what hangs directly below. */
  static String tree(Organization organization, LocalDate today) {
    List<Unit> top = organization.units().children(null, today);
    if (top.isEmpty()) {
      return "还没有单位。请一行一个发：\n门店\n湖南大区\n一区 湖南大区\n五店 一区 A类";
    }
    List<String> lines = new ArrayList<>();
    for (Unit unit : top) {
      lines.add(line(organization, unit, today));
      organization
          .units()
          .children(unit.id(), today)
          .forEach(child -> lines.add("· " + line(organization, child, today)));
    }
    return counts(organization, today)
        + "\n"
        + shortened(lines)
        + "\n看一个请发：门店 "
        + top.get(0).name();
  }

  /** One unit: where, class, people, and what hangs below. */
  static String one(Organization organization, Unit unit, LocalDate today) {
    List<String> lines = new ArrayList<>();
    String path =
        organization.units().path(unit.id()).stream()
            .skip(1)
            .map(Unit::name)
            .collect(Collectors.joining(" < "));
    String unitClass = unit.classOn(today);
    lines.add(
        unit.name()
            + " "
            + unit.kind()
            + (unitClass == null ? "" : " " + unitClass + "类")
            + (path.isEmpty() ? "" : " < " + path));
    lines.add("负责：" + orNobody(people(organization, unit, today)));
    List<Member> members = organization.membersWithin(unit.id(), today);
    if (!members.isEmpty()) {
      lines.add(
          "人员%d：%s"
              .formatted(members.size(), names(members.stream().map(Member::name).toList(), 8)));
    }
    if (unit.classes().size() > 1) {
      lines.add(
          "类别："
              + unit.classes().stream()
                  .map(
                      span ->
                          io.github.xunbang.calendar.DateText.shortDay(span.since())
                              + "起"
                              + span.unitClass())
                  .collect(Collectors.joining("，")));
    }
    List<String> below = new ArrayList<>();
    organization
        .units()
        .children(unit.id(), today)
        .forEach(child -> below.add("· " + line(organization, child, today)));
    if (!below.isEmpty()) {
      lines.add(shortened(below));
    }
    return String.join("\n", lines);
  }

  private static String line(Organization organization, Unit unit, LocalDate today) {
    StringBuilder line = new StringBuilder(unit.name());
    String unitClass = unit.classOn(today);
    if (unitClass != null) {
      line.append(' ').append(unitClass).append('类');
    }
    List<Unit> below =
        organization.units().within(unit.id()).stream()
            .filter(id -> !id.equals(unit.id()))
            .flatMap(id -> organization.units().unit(id).stream())
            .filter(child -> child.activeOn(today))
            .toList();
    if (!below.isEmpty()) {
      line.append("（").append(kinds(below)).append("）");
    }
    List<String> people = people(organization, unit, today);
    return people.isEmpty()
        ? line.toString()
        : line.append(' ').append(names(people, PEOPLE)).toString();
  }

  /** Who is responsible, else the leaders at home there. */
  static List<String> people(Organization organization, Unit unit, LocalDate today) {
    Set<String> names = new LinkedHashSet<>();
    for (Responsibility one : organization.structure().responsibilities()) {
      if (one.unitId().equals(unit.id()) && one.activeOn(today)) {
        organization.member(one.memberId()).map(Member::name).ifPresent(names::add);
      }
    }
    if (names.isEmpty()) {
      organization.activeMembers(today).stream()
          .filter(member -> unit.id().equals(member.unitIdOn(today)))
          .filter(member -> member.access().covers(io.github.xunbang.command.Access.LEADER))
          .forEach(member -> names.add(member.name()));
    }
    return List.copyOf(names);
  }

  private static String kinds(List<Unit> units) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (String kind : List.of("大区", "片区", "小区", "城市", "部门", "门店", "小组")) {
      long count = units.stream().filter(unit -> unit.kind().equals(kind)).count();
      if (count > 0) {
        counts.put(kind, count);
      }
    }
    units.stream()
        .filter(unit -> !UnitLine.KINDS.contains(unit.kind()))
        .forEach(unit -> counts.merge(unit.kind(), 1L, Long::sum));
    return counts.entrySet().stream()
        .map(entry -> entry.getKey() + entry.getValue())
        .collect(Collectors.joining(" "));
  }

  private static String shortened(List<String> lines) {
    return lines.size() <= LINES
        ? String.join("\n", lines)
        : String.join("\n", lines.subList(0, LINES)) + "\n……还有" + (lines.size() - LINES) + "行";
  }

  private static String names(List<String> names, int most) {
    String first = String.join("、", names.subList(0, Math.min(most, names.size())));
    return names.size() > most ? first + " 等" : first;
  }

  private static String orNobody(List<String> people) {
    return people.isEmpty() ? "还没有人" : String.join("、", people);
  }
}

package io.github.xunbang.organization.internal;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Responsibility;
import io.github.xunbang.organization.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Who looks after what, as shown. */
final class ResponsibilityText {

  private static final int LINES = 16;

  private ResponsibilityText() {}

  /** A line per person, then the units at the bottom of the tree that nobody has. */
  static String all(Organization organization, LocalDate today) {
    Map<String, List<String>> byPerson = new LinkedHashMap<>();
    for (Responsibility one : organization.structure().responsibilities()) {
      if (one.activeOn(today)) {
        organization
            .member(one.memberId())
            .ifPresent(
                member ->
                    byPerson
                        .computeIfAbsent(member.name(), none -> new ArrayList<>())
                        .add(unitName(organization, one.unitId())));
      }
    }
    List<String> lines = new ArrayList<>();
    byPerson.forEach((person, units) -> lines.add(person + "：" + String.join("、", units)));
    List<String> shown = new ArrayList<>(lines.subList(0, Math.min(LINES, lines.size())));
    if (lines.size() > LINES) {
      shown.add("……还有" + (lines.size() - LINES) + "人");
    }
    String free = withoutAnyone(organization, today);
    if (!free.isEmpty()) {
      shown.add("还没人负责：" + free);
    }
    shown.add("安排请发：负责 姓名 五店 八店 本月");
    return String.join("\n", shown);
  }

  private static String withoutAnyone(Organization organization, LocalDate today) {
    List<String> free =
        organization.units().active(today).stream()
            .filter(unit -> organization.units().children(unit.id(), today).isEmpty())
            .filter(unit -> UnitsText.people(organization, unit, today).isEmpty())
            .map(Unit::name)
            .toList();
    String first = free.stream().limit(12).collect(Collectors.joining("、"));
    return free.size() > 12 ? first + " 等" + free.size() + "个" : first;
  }

  /** What the named person has, or who has the named units, with the days. */
  static String about(Organization organization, ResponsibilityLine line, LocalDate today) {
    List<String> lines = new ArrayList<>();
    for (Member member : line.people()) {
      lines.add(
          member.name()
              + " 负责："
              + stretches(organization, today, one -> one.memberId().equals(member.id()), true));
    }
    for (Unit unit : line.units()) {
      lines.add(
          unit.name()
              + " 由："
              + stretches(organization, today, one -> one.unitId().equals(unit.id()), false));
    }
    return String.join("\n", lines);
  }

  private static String stretches(
      Organization organization,
      LocalDate today,
      java.util.function.Predicate<Responsibility> wanted,
      boolean units) {
    String text =
        organization.structure().responsibilities().stream()
            .filter(wanted)
            .filter(one -> one.until() == null || !one.until().isBefore(today))
            .map(
                one ->
                    (units
                            ? unitName(organization, one.unitId())
                            : organization.member(one.memberId()).map(Member::name).orElse(""))
                        + days(one))
            .collect(Collectors.joining("、"));
    return text.isEmpty() ? (units ? "还没有单位" : "还没有人") : text;
  }

  private static String days(Responsibility one) {
    LocalDate until = one.until();
    return "("
        + DateText.shortDay(one.since())
        + (until == null ? "起" : "-" + DateText.shortDay(until))
        + ")";
  }

  private static String unitName(Organization organization, String unitId) {
    return organization.units().unit(unitId).map(Unit::name).orElse("");
  }
}

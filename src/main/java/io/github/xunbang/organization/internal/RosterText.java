package io.github.xunbang.organization.internal;

import io.github.xunbang.command.Access;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A roster in at most twelve short lines, however many people it holds. */
final class RosterText {

  private static final int GROUPS_SHOWN = 9;
  private static final int NAMES_SHOWN = 10;

  private RosterText() {}

  /** {@code 28 人 · 经理 1 · 组长 2}. */
  static String counts(List<Member> members) {
    StringBuilder text = new StringBuilder(members.size() + " 人");
    for (Access access : List.of(Access.ADMIN, Access.MANAGER, Access.LEADER)) {
      long count = members.stream().filter(member -> member.access() == access).count();
      if (count > 0) {
        text.append(" · ").append(AccessWords.of(access)).append(' ').append(count);
      }
    }
    long unclaimed = members.stream().filter(member -> member.identities().isEmpty()).count();
    return unclaimed > 0 ? text.append(" · 待认领 ").append(unclaimed).toString() : text.toString();
  }

  /** One line per unit, or per position where nobody has a unit; the surplus in a last line. */
  static String groups(Organization organization, List<Member> members) {
    Map<String, List<Member>> groups = grouped(organization, members);
    List<String> lines = new ArrayList<>();
    groups.entrySet().stream()
        .limit(GROUPS_SHOWN)
        .forEach(group -> lines.add(line(group.getKey(), group.getValue(), groups.size() > 1)));
    if (groups.size() > GROUPS_SHOWN) {
      int people = groups.values().stream().skip(GROUPS_SHOWN).mapToInt(List::size).sum();
      lines.add("另有 %d 组 %d 人".formatted(groups.size() - GROUPS_SHOWN, people));
    }
    return String.join("\n", lines);
  }

  private static Map<String, List<Member>> grouped(
      Organization organization, List<Member> members) {
    boolean units = members.stream().anyMatch(member -> member.unitId() != null);
    Function<Member, @Nullable String> label =
        units
            ? member -> organization.units().unit(member.unitId()).map(Unit::name).orElse(null)
            : Member::position;
    Map<String, List<Member>> groups =
        sorted(organization, members, units)
            .collect(
                Collectors.groupingBy(
                    member -> Objects.requireNonNullElse(label.apply(member), ""),
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<Member> rest = groups.remove("");
    Map<String, List<Member>> ordered = new LinkedHashMap<>(groups);
    if (rest != null) {
      ordered.put(units ? "未分组" : groups.isEmpty() ? "全体" : "未定岗", rest);
    }
    return ordered;
  }

  /** By unit in the order in which the units were set up (一区 before 十区), else by position. */
  private static Stream<Member> sorted(
      Organization organization, List<Member> members, boolean units) {
    if (!units) {
      return members.stream()
          .sorted(
              Comparator.comparing(member -> Objects.requireNonNullElse(member.position(), "")));
    }
    Map<String, Integer> places = new HashMap<>();
    organization.units().all().forEach(unit -> places.put(unit.id(), places.size()));
    return members.stream()
        .sorted(
            Comparator.comparing(
                member -> places.getOrDefault(member.unitId(), Integer.MAX_VALUE)));
  }

  private static String line(String label, List<Member> members, boolean labelled) {
    String names =
        members.stream().limit(NAMES_SHOWN).map(Member::name).collect(Collectors.joining("、"));
    String more = members.size() > NAMES_SHOWN ? " 等" : "";
    return labelled || !label.equals("全体")
        ? "%s(%d)：%s%s".formatted(label, members.size(), names, more)
        : names + more;
  }
}

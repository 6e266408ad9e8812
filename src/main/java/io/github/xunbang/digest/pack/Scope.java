package io.github.xunbang.digest.pack;

import io.github.xunbang.organization.ChatGroup;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Unit;
import io.github.xunbang.ranking.LeaderboardText;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Of what a post speaks: the whole organization, or the units that a group shows (S-65).
 *
 * @param organization whose
 * @param units which units; empty for all
 */
public record Scope(Organization organization, List<Unit> units) {

  public Scope {
    units = List.copyOf(units);
  }

  /** Everything. */
  public static Scope all(Organization organization) {
    return new Scope(organization, List.of());
  }

  /** One unit with what lies below it, or everything for null. */
  public static Scope of(Organization organization, @Nullable Unit unit) {
    return new Scope(organization, unit == null ? List.of() : List.of(unit));
  }

  /** What the group shows. */
  static Scope of(Organization organization, ChatGroup group) {
    return new Scope(
        organization,
        group.unitIds().stream().flatMap(id -> organization.units().unit(id).stream()).toList());
  }

  boolean isAll() {
    return units.isEmpty();
  }

  /** The only unit, or null when everything or several units are meant. */
  @Nullable Unit single() {
    return units.size() == 1 ? units.get(0) : null;
  }

  /** {@code 五店、八店}, or empty for all. */
  String label() {
    return units.stream()
        .map(unit -> LeaderboardText.name(unit.name()))
        .collect(Collectors.joining("、"));
  }

  /** The ids of the units meant, those below included. */
  Set<String> unitIds() {
    Set<String> ids = new HashSet<>();
    units.forEach(unit -> ids.addAll(organization.units().within(unit.id())));
    return ids;
  }

  /** Whether the unit belongs to it. */
  boolean holds(Unit unit) {
    return isAll() || unitIds().contains(unit.id());
  }

  /** Whether the person was at home in it on {@code day}. */
  boolean holds(Member member, LocalDate day) {
    return isAll() || unitIds().contains(Objects.requireNonNullElse(member.unitIdOn(day), ""));
  }

  /** Whether the person with this id was at home in it on {@code day}. */
  boolean holdsMember(String memberId, LocalDate day) {
    return isAll()
        || organization.member(memberId).filter(member -> holds(member, day)).isPresent();
  }
}

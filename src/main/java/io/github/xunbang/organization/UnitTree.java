package io.github.xunbang.organization;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The units of one organization as a tree, found by id and name. Immutable. */
public final class UnitTree {

  private final List<Unit> units;
  private final Map<String, Unit> byId = new HashMap<>();
  private final Map<String, List<Unit>> byParent = new HashMap<>();
  private final Map<String, List<Unit>> byKey = new HashMap<>();

  /** The tree of these units; a parent that is missing makes a unit unreachable, never an error. */
  public UnitTree(List<Unit> units) {
    this.units = List.copyOf(units);
    for (Unit unit : units) {
      byId.put(unit.id(), unit);
      byParent.computeIfAbsent(parentKey(unit.parentId()), none -> new ArrayList<>()).add(unit);
      byKey.computeIfAbsent(UnitName.key(unit.name()), none -> new ArrayList<>()).add(unit);
    }
  }

  /** Every unit there ever was, in order of creation. */
  public List<Unit> all() {
    return units;
  }

  /** The unit of this id, active or not. */
  public Optional<Unit> unit(@Nullable String unitId) {
    return Optional.ofNullable(unitId).map(byId::get);
  }

  /** The units of this name that are active on {@code day}; several when parents differ. */
  public List<Unit> named(String name, LocalDate day) {
    return keyed(UnitName.key(name), day).stream()
        .filter(unit -> unit.name().equals(name))
        .toList();
  }

  /**
   * The units that {@code typed} may mean on {@code day}: those of exactly this name, else those
   * whose name differs only in how numbers are written (25店 is 二十五店), else those below a unit
   * written in front (一区一组, 一区/一组). Several when parents differ.
   */
  public List<Unit> find(String typed, LocalDate day) {
    List<Unit> exact = named(typed, day);
    if (!exact.isEmpty()) {
      return exact;
    }
    String key = UnitName.key(typed);
    List<Unit> alike = keyed(key, day);
    return alike.isEmpty() ? qualified(key, day) : alike;
  }

  private List<Unit> keyed(String key, LocalDate day) {
    return byKey.getOrDefault(key, List.of()).stream().filter(unit -> unit.activeOn(day)).toList();
  }

  private List<Unit> qualified(String key, LocalDate day) {
    List<Unit> found = new ArrayList<>();
    for (int cut = 1; cut < key.length(); cut++) {
      String above = key.substring(0, cut).replaceFirst("[/>-]$", "");
      if (byKey.containsKey(above)) {
        keyed(key.substring(cut), day).stream()
            .filter(unit -> liesBelow(unit, above))
            .forEach(found::add);
      }
    }
    return found;
  }

  private boolean liesBelow(Unit unit, String key) {
    return path(unit.id()).stream()
        .skip(1)
        .anyMatch(above -> UnitName.key(above.name()).equals(key));
  }

  /** Every unit active on {@code day}. */
  public List<Unit> active(LocalDate day) {
    return units.stream().filter(unit -> unit.activeOn(day)).toList();
  }

  /** The units directly below, or at the top for null, active on {@code day}. */
  public List<Unit> children(@Nullable String unitId, LocalDate day) {
    return byParent.getOrDefault(parentKey(unitId), List.of()).stream()
        .filter(unit -> unit.activeOn(day))
        .toList();
  }

  /** The ids of a unit and of everything below it, active or not. */
  public Set<String> within(String unitId) {
    Set<String> found = new HashSet<>();
    collect(unitId, found);
    return found;
  }

  /** The unit and those above it, from the bottom up. */
  public List<Unit> path(String unitId) {
    List<Unit> path = new ArrayList<>();
    Unit unit = byId.get(unitId);
    while (unit != null && path.size() <= units.size()) {
      path.add(unit);
      unit = unit.parentId() == null ? null : byId.get(unit.parentId());
    }
    return path;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof UnitTree tree && tree.units.equals(units);
  }

  @Override
  public int hashCode() {
    return units.hashCode();
  }

  private void collect(String unitId, Set<String> found) {
    if (found.add(unitId)) {
      byParent.getOrDefault(unitId, List.of()).forEach(child -> collect(child.id(), found));
    }
  }

  private static String parentKey(@Nullable String parentId) {
    return parentId == null ? "" : parentId;
  }
}

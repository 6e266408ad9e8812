package io.github.xunbang.organization.internal;

import io.github.xunbang.organization.Structure;
import io.github.xunbang.organization.Unit;
import io.github.xunbang.organization.UnitTree;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Finds a unit by the name people type, or adds one at the top when there is none. */
final class UnitFinder {

  private final LocalDate day;
  private Structure structure;

  private UnitFinder(Structure structure, LocalDate day) {
    this.structure = structure;
    this.day = day;
  }

  /** Looks in {@code structure} as of {@code day}. */
  static UnitFinder of(Structure structure, LocalDate day) {
    return new UnitFinder(structure, day);
  }

  /** The structure with whatever was added. */
  Structure structure() {
    return structure;
  }

  /** The id of the first active unit of that name, or of a new one. */
  String findOrAdd(String name) {
    return structure.units().named(name, day).stream()
        .findFirst()
        .map(Unit::id)
        .orElseGet(() -> add(name));
  }

  private String add(String name) {
    // Units are closed, never removed, so counting on never gives an id twice.
    String id = "u" + (structure.units().all().size() + 1);
    List<Unit> units = new ArrayList<>(structure.units().all());
    units.add(new Unit(id, name, kind(name), null, List.of(), day, null));
    structure =
        new Structure(
            new UnitTree(units),
            structure.responsibilities(),
            structure.deputies(),
            structure.campaigns());
    return id;
  }

  private static String kind(String name) {
    if (name.endsWith("店")) {
      return "门店";
    }
    return name.endsWith("区") ? "小区" : "小组";
  }
}

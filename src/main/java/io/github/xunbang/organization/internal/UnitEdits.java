package io.github.xunbang.organization.internal;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.command.NearNames;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Unit;
import io.github.xunbang.organization.UnitName;
import io.github.xunbang.organization.UnitTree;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Adds and changes units line by line on one picture of an organization; stores nothing. A new unit
 * counts from the first of the running month, so that figures filled in for its first days find it;
 * a changed class counts from today or the day given (S-07). Where a unit hangs is changed at once
 * and for all days.
 */
final class UnitEdits {

  private final Organization organization;
  private final LocalDate today;
  private final Function<String, Optional<String>> taken;
  private final @Nullable String usualKind;
  private final Map<String, Integer> written = new HashMap<>();
  private final EditLog log = new EditLog();
  private List<Unit> units;
  private UnitTree tree;

  /**
   * Edits of {@code organization} on {@code today}.
   *
   * @param taken what a name means already (a metric), if anything
   * @param usualKind what to call units of lines that do not say, or null to go by the name
   */
  UnitEdits(
      Organization organization,
      LocalDate today,
      Function<String, Optional<String>> taken,
      @Nullable String usualKind) {
    this.organization = organization;
    this.today = today;
    this.taken = taken;
    this.usualKind = usualKind;
    this.units = new ArrayList<>(organization.units().all());
    this.tree = organization.units();
  }

  /** Applies the lines in order; a line may hang below one before it. A bad line is noted. */
  UnitEdits apply(List<TypedLine> lines) {
    for (TypedLine line : lines) {
      try {
        apply(UnitLine.read(line), line);
      } catch (CommandRejectedException bad) {
        log.refused(line, Objects.requireNonNullElse(bad.getMessage(), ""));
      }
    }
    return this;
  }

  /** What became of the lines. */
  EditLog log() {
    return log;
  }

  /** The organization afterwards. */
  Organization result() {
    return organization.withStructure(organization.structure().withUnits(units));
  }

  private void apply(UnitLine typed, TypedLine line) {
    String name = UnitName.checked(typed.name());
    Unit parent = typed.parent() == null ? null : parent(typed.parent());
    Unit known = known(name, typed, parent);
    if (known == null) {
      written.put(add(name, typed, parent, line.since()), line.number());
    } else {
      once(known.id(), line);
      change(known, typed, parent, line.since());
    }
  }

  /** The unit a line means: 一组 of another 小区 is another 小组, a store hangs in one place only. */
  private @Nullable Unit known(String name, UnitLine typed, @Nullable Unit parent) {
    List<Unit> found = tree.find(name, today);
    if (parent != null) {
      for (Unit unit : found) {
        if (parent.id().equals(unit.parentId())) {
          return unit;
        }
      }
      found =
          found.stream()
              .filter(unit -> !unit.kind().equals("小组") || unit.parentId() == null)
              .toList();
    }
    if (found.size() > 1) {
      throw new CommandRejectedException(
          "有%d个“%s”，请带上级写，例如：一区%s".formatted(found.size(), name, name));
    }
    return found.isEmpty() ? null : found.get(0);
  }

  private Unit parent(String typed) {
    List<Unit> found = tree.find(typed, today);
    if (found.isEmpty()) {
      String near = NearNames.alike(typed, tree.active(today).stream().map(Unit::name).toList());
      throw new CommandRejectedException(
          "没有“%s”%s，先写一行：%s".formatted(typed, near.isEmpty() ? "" : "（是不是" + near + "）", typed));
    }
    if (found.size() > 1) {
      throw new CommandRejectedException("有%d个“%s”，请带上级写".formatted(found.size(), typed));
    }
    return found.get(0);
  }

  private void once(String unitId, TypedLine line) {
    Integer before = written.putIfAbsent(unitId, line.number());
    if (before != null) {
      throw new CommandRejectedException("和第%d行是同一个，名字在同一上级里不能重复".formatted(before));
    }
  }

  private String add(
      String name, UnitLine typed, @Nullable Unit parent, @Nullable LocalDate since) {
    refuseTaken(name);
    LocalDate from = since == null ? today.withDayOfMonth(1) : since;
    List<Unit.ClassSpan> classes =
        typed.unitClass() == null
            ? List.of()
            : List.of(new Unit.ClassSpan(from, typed.unitClass()));
    // Units are closed, never removed, so counting on never gives an id twice.
    String id = "u" + (units.size() + 1);
    units.add(new Unit(id, name, kind(typed, name), id(parent), classes, from, null));
    tree = new UnitTree(units);
    log.added(from.isAfter(today) ? name + "(" + DateText.shortDay(from) + "起)" : name);
    return id;
  }

  private void change(
      Unit known, UnitLine typed, @Nullable Unit parent, @Nullable LocalDate since) {
    Unit after = known.closing(null);
    if (typed.kind() != null) {
      after = after.moved(typed.kind(), after.parentId());
    }
    if (parent != null && !parent.id().equals(known.parentId())) {
      refuseCycle(known, parent);
      after = after.moved(after.kind(), parent.id());
    }
    if (typed.unitClass() != null) {
      LocalDate from = since == null ? today : since;
      after =
          after.classified(from.isBefore(known.since()) ? known.since() : from, typed.unitClass());
    }
    if (after.equals(known)) {
      log.unchanged();
      return;
    }
    units.set(units.indexOf(known), after);
    tree = new UnitTree(units);
    log.changed(described(known, after, since == null ? today : since));
  }

  private String described(Unit before, Unit after, LocalDate day) {
    StringBuilder text = new StringBuilder(after.name());
    if (!Objects.equals(before.parentId(), after.parentId())) {
      text.append("→").append(tree.unit(after.parentId()).map(Unit::name).orElse("顶层"));
    }
    if (!before.classes().equals(after.classes())) {
      String old = before.classOn(day);
      text.append(' ')
          .append(old == null ? "" : old)
          .append("→")
          .append(after.classOn(day))
          .append("类");
      if (!day.equals(today)) {
        text.append("(").append(DateText.shortDay(day)).append("起)");
      }
    }
    return text.toString();
  }

  private void refuseCycle(Unit unit, Unit parent) {
    if (tree.within(unit.id()).contains(parent.id())) {
      throw new CommandRejectedException(
          unit.id().equals(parent.id())
              ? "不能挂在自己下面"
              : "%s在%s的下面，不能反过来挂".formatted(parent.name(), unit.name()));
    }
  }

  private void refuseTaken(String name) {
    Optional<String> meaning =
        organization.memberNamed(name, today).isPresent() ? Optional.of("成员") : taken.apply(name);
    if (meaning.isPresent()) {
      throw new CommandRejectedException("“%s”已经是%s，请换个名字".formatted(name, meaning.get()));
    }
  }

  /** Gives the unit another name. */
  UnitEdits rename(Unit unit, String typed) {
    String name = UnitName.checked(typed);
    refuseTaken(name);
    boolean clash =
        tree.children(unit.parentId(), today).stream()
            .anyMatch(
                other ->
                    !other.id().equals(unit.id())
                        && UnitName.key(other.name()).equals(UnitName.key(name)));
    if (clash) {
      throw new CommandRejectedException("同一上级里已经有“%s”，请换个名字".formatted(name));
    }
    units.set(units.indexOf(unit), unit.renamed(name));
    return this;
  }

  /** Closes the unit with today as its last day; what it did stays. */
  UnitEdits close(Unit unit) {
    List<Unit> below = tree.children(unit.id(), today);
    if (!below.isEmpty()) {
      throw new CommandRejectedException(
          "%s下面还有%d个单位，先撤销或移走它们，例如：门店 %s 二区"
              .formatted(unit.name(), below.size(), below.get(0).name()));
    }
    units.set(units.indexOf(unit), unit.closing(today));
    return this;
  }

  private String kind(UnitLine typed, String name) {
    if (typed.kind() != null) {
      return typed.kind();
    }
    return usualKind == null ? UnitLine.kindOf(name) : usualKind;
  }

  private static @Nullable String id(@Nullable Unit unit) {
    return unit == null ? null : unit.id();
  }
}

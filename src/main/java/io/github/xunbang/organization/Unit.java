package io.github.xunbang.organization;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node of the organization tree: 大区, 小区, 门店, 小组 (design section 3, S-05).
 *
 * @param id short and stable within the organization, for example {@code u3}; also the ledger
 *     subject
 * @param name shown in posts; unique among the active units of one parent
 * @param kind what it is called: 大区, 小区, 门店, 小组 or another word
 * @param parentId the unit above, or null at the top
 * @param classes its A/B/C classes in order of validity (S-07)
 * @param since first business day
 * @param until last business day, or null while active
 */
public record Unit(
    String id,
    String name,
    String kind,
    @Nullable String parentId,
    List<ClassSpan> classes,
    LocalDate since,
    @Nullable LocalDate until) {

  /**
   * A class and the day from which it holds.
   *
   * @param unitClass {@code A}, {@code B} or {@code C}
   */
  public record ClassSpan(LocalDate since, String unitClass) {}

  public Unit {
    classes = List.copyOf(classes);
  }

  /** Whether the unit exists on {@code day}. */
  public boolean activeOn(LocalDate day) {
    return !day.isBefore(since) && (until == null || !day.isAfter(until));
  }

  /** The class that holds on {@code day}, or null when none was given by then. */
  public @Nullable String classOn(LocalDate day) {
    String valid = null;
    for (ClassSpan span : classes) {
      if (!span.since().isAfter(day)) {
        valid = span.unitClass();
      }
    }
    return valid;
  }

  /** The same unit under another name. */
  public Unit renamed(String newName) {
    return new Unit(id, newName, kind, parentId, classes, since, until);
  }

  /** The same unit with another kind and another unit above. */
  public Unit moved(String newKind, @Nullable String newParentId) {
    return new Unit(id, name, newKind, newParentId, classes, since, until);
  }

  /** The same unit with this class from {@code day} on; the days before keep theirs (S-07). */
  public Unit classified(LocalDate day, String unitClass) {
    List<ClassSpan> changed = new ArrayList<>(classes);
    changed.removeIf(span -> !span.since().isBefore(day));
    if (changed.isEmpty() || !changed.get(changed.size() - 1).unitClass().equals(unitClass)) {
      changed.add(new ClassSpan(day, unitClass));
    }
    return new Unit(id, name, kind, parentId, changed, since, until);
  }

  /** The same unit with {@code day} as the last, or open again for null. */
  public Unit closing(@Nullable LocalDate day) {
    return new Unit(id, name, kind, parentId, classes, since, day);
  }
}

package io.github.xunbang.incentive.engine;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody, or some unit, that a rule may concern, as on the period's last day (a leaver's own last
 * day).
 *
 * @param id member or unit id
 * @param name shown in posts
 * @param isUnit whether it is a unit
 * @param position the member's job, or null
 * @param unitIds the home unit and those above it, nearest first; of a unit itself and those above
 * @param unitKind the unit's kind, null for a member
 * @param unitClass class of the unit or of the member's home unit, or null
 * @param since first day
 * @param probation whether the member is on probation on the period's last day
 * @param left whether the member's last day came before the period's
 */
public record Candidate(
    String id,
    String name,
    boolean isUnit,
    @Nullable String position,
    List<String> unitIds,
    @Nullable String unitKind,
    @Nullable String unitClass,
    LocalDate since,
    boolean probation,
    boolean left) {

  public Candidate {
    unitIds = List.copyOf(unitIds);
  }

  /** A unit, or a member who was there on the period's last day. */
  public Candidate(
      String id,
      String name,
      boolean isUnit,
      @Nullable String position,
      List<String> unitIds,
      @Nullable String unitKind,
      @Nullable String unitClass,
      LocalDate since,
      boolean probation) {
    this(id, name, isUnit, position, unitIds, unitKind, unitClass, since, probation, false);
  }

  /** The home unit's id of a member, or null. */
  public @Nullable String homeUnitId() {
    return isUnit || unitIds.isEmpty() ? null : unitIds.get(0);
  }
}

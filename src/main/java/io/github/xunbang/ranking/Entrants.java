package io.github.xunbang.ranking;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who stands on a board: members, guests (S-26), or the units of one kind, of one class or all, of
 * the whole organization or within one unit (S-05, S-07).
 *
 * @param kind people or units
 * @param unitKind 门店, 小区 …, only for units
 * @param unitClass A, B, C, {@link #UNCLASSED}, or null for all
 * @param withinId the unit they belong to, or null for the whole organization
 * @param withinName its name when the board was made
 */
public record Entrants(
    Kind kind,
    @Nullable String unitKind,
    @Nullable String unitClass,
    @Nullable String withinId,
    @Nullable String withinName) {

  /** What kind of subject competes. */
  public enum Kind {
    MEMBERS,
    GUESTS,
    UNITS
  }

  /** Units without a class, where others of their kind have one. */
  public static final String UNCLASSED = "未分类";

  /** Everybody with a quota; the board people mean when they say nothing else. */
  public static final Entrants MEMBERS = new Entrants(Kind.MEMBERS, null, null, null, null);

  /** People who report without quota. */
  public static final Entrants GUESTS = new Entrants(Kind.GUESTS, null, null, null, null);

  /** All units of one kind. */
  public static Entrants units(String unitKind) {
    return new Entrants(Kind.UNITS, unitKind, null, null, null);
  }

  /** Only those of a class. */
  public Entrants ofClass(@Nullable String wanted) {
    return new Entrants(kind, unitKind, wanted, withinId, withinName);
  }

  /** Only those within a unit. */
  public Entrants within(String unitId, String unitName) {
    return new Entrants(kind, unitKind, unitClass, unitId, unitName);
  }

  /** The same of the whole organization. */
  public Entrants everywhere() {
    return new Entrants(kind, unitKind, unitClass, null, null);
  }

  /** Whether units compete, not people. */
  public boolean areUnits() {
    return kind == Kind.UNITS;
  }

  /** Whether they are the same subjects, whatever a unit is called by now. */
  public boolean sameAs(Entrants other) {
    return kind == other.kind
        && Objects.equals(unitKind, other.unitKind)
        && Objects.equals(unitClass, other.unitClass)
        && Objects.equals(withinId, other.withinId);
  }

  /** What a title says of them: empty for all members, {@code 一区}, {@code A类门店}, {@code 编外}. */
  public String label() {
    String within = withinName == null ? "" : withinName;
    return switch (kind) {
      case MEMBERS -> within;
      case GUESTS -> within + "编外";
      case UNITS -> within + (within.isEmpty() ? "" : " ") + classText() + unitKind;
    };
  }

  private String classText() {
    if (unitClass == null) {
      return "";
    }
    return unitClass.equals(UNCLASSED) ? UNCLASSED : unitClass + "类";
  }
}

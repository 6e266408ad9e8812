package io.github.xunbang.organization;

import java.util.List;

/**
 * How an organization is built, beside its roster.
 *
 * @param units the tree
 * @param responsibilities who looks after which unit and when
 * @param deputies who stands in for whom and when
 * @param campaigns named stretches of days
 */
public record Structure(
    UnitTree units,
    List<Responsibility> responsibilities,
    List<Deputy> deputies,
    List<Campaign> campaigns) {

  /** Nothing built yet. */
  public static final Structure EMPTY =
      new Structure(new UnitTree(List.of()), List.of(), List.of(), List.of());

  public Structure {
    responsibilities = List.copyOf(responsibilities);
    deputies = List.copyOf(deputies);
    campaigns = List.copyOf(campaigns);
  }

  /** The same with other units. */
  public Structure withUnits(List<Unit> changed) {
    return new Structure(new UnitTree(changed), responsibilities, deputies, campaigns);
  }

  /** The same with other responsibilities. */
  public Structure withResponsibilities(List<Responsibility> changed) {
    return new Structure(units, changed, deputies, campaigns);
  }

  /** The same with other deputies. */
  public Structure withDeputies(List<Deputy> changed) {
    return new Structure(units, responsibilities, changed, campaigns);
  }
}

package io.github.xunbang.organization;

import java.util.Optional;

/**
 * Names that mean something else already, so that no unit, member or campaign may bear them: the
 * metrics of an organization. Rooms above that own such names implement it; for the names of this
 * room they ask {@link OrganizationNames}.
 */
public interface TakenNames {

  /** What the name is already, in Chinese (指标), or empty when it is free. */
  Optional<String> takenAs(String organizationId, String name);
}

package io.github.xunbang.organization;

import java.util.Optional;

/**
 * Names that mean something else already, so that no unit or member may bear them: the metrics of
 * an organization. Rooms that own such names implement it.
 */
public interface TakenNames {

  /** What the name is already, in Chinese (指标), or empty when it is free. */
  Optional<String> takenAs(String organizationId, String name);
}

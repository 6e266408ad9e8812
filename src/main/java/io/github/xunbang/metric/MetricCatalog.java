package io.github.xunbang.metric;

import java.util.List;
import java.util.Optional;

/** Metric definitions per organization, cached a few seconds. */
public interface MetricCatalog {

  /**
   * Active and retired metrics, in display order; the default ones for an organization that has set
   * none.
   */
  List<Metric> metrics(String organizationId);

  /** The active metric of this name or alias. */
  Optional<Metric> find(String organizationId, String nameOrAlias);

  /**
   * Adds a metric.
   *
   * @throws io.github.xunbang.command.CommandRejectedException when a name or alias is taken or
   *     unusable
   */
  Metric add(String organizationId, Metric withoutId);

  /**
   * Replaces the metric of the same id: a new name, range, formula, or retired. Old figures stay
   * readable under the id.
   *
   * @throws io.github.xunbang.command.CommandRejectedException when a name or alias is taken or
   *     unusable
   */
  Metric change(String organizationId, Metric metric);
}

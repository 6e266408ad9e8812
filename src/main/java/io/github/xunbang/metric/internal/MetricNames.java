package io.github.xunbang.metric.internal;

import io.github.xunbang.metric.MetricCatalog;
import io.github.xunbang.organization.TakenNames;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** No unit or member may be called like an active metric. */
@Component
class MetricNames implements TakenNames {

  private final MetricCatalog catalog;

  MetricNames(MetricCatalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public Optional<String> takenAs(String organizationId, String name) {
    return catalog.find(organizationId, name).map(metric -> "指标");
  }
}

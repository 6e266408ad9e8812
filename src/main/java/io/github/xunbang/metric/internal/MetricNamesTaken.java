package io.github.xunbang.metric.internal;

import io.github.xunbang.metric.MetricCatalog;
import io.github.xunbang.organization.TakenWords;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Names and aliases of metrics cannot name a campaign. */
@Component
class MetricNamesTaken implements TakenWords {

  private final MetricCatalog catalog;

  MetricNamesTaken(MetricCatalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public Optional<String> meaning(String organizationId, String word) {
    return catalog.find(organizationId, word).map(metric -> "指标");
  }
}

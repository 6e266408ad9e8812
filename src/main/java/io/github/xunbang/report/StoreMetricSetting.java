package io.github.xunbang.report;

import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.MetricCatalog;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Setting;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * 门店指标: the metric of a number directly behind a unit's name ({@code 五店 2.3万}, design section 5);
 * unset, the organization's first amount. Kept as the metric's id, so that renaming it keeps it.
 */
@Component
@Order(20)
class StoreMetricSetting implements Setting {

  static final String NAME = "门店指标";

  private final MetricCatalog metrics;

  StoreMetricSetting(MetricCatalog metrics) {
    this.metrics = metrics;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "“五店 2.3万”里的数算哪个指标，例如：业绩";
  }

  @Override
  public String show(Organization organization) {
    List<Metric> all = metrics.metrics(organization.id());
    String id = metricId(organization, all);
    return all.stream()
        .filter(Metric::active)
        .filter(metric -> id == null ? metric.kind() == Metric.Kind.AMOUNT : metric.id().equals(id))
        .findFirst()
        .map(Metric::name)
        .orElse("没有");
  }

  @Override
  public String parse(String typed) {
    return typed;
  }

  @Override
  public String parse(String typed, Organization organization, LocalDate today) {
    return Optional.of(typed)
        .flatMap(name -> metrics.find(organization.id(), name))
        .filter(metric -> metric.source() == Metric.Source.REPORT)
        .map(Metric::id)
        .orElseThrow(
            () ->
                new CommandRejectedException(
                    "没有“%s”这个要报的指标。请这样写：设置 门店指标 业绩".formatted(UntrustedText.oneLine(typed, 12))));
  }

  /** The metric that was set and still takes figures, or null. */
  static @Nullable String metricId(Organization organization, List<Metric> metrics) {
    String id = organization.settings().get(NAME);
    boolean usable =
        metrics.stream().anyMatch(metric -> metric.active() && Objects.equals(metric.id(), id));
    return usable ? id : null;
  }
}

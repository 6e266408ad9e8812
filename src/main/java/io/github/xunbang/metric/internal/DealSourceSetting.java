package io.github.xunbang.metric.internal;

import io.github.xunbang.metric.Feed.Measure;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.MetricCatalog;
import io.github.xunbang.organization.Organization;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 签单来源: whether deals or daily reports write 签单 and 回款 (S-56). */
@Component
@Order(21)
class DealSourceSetting extends SourceSetting {

  static final String NAME = "签单来源";

  private static final String AMOUNTS = "yeji";

  private final ObjectProvider<MetricCatalog> metrics;

  /** The catalog is looked up late: it reads this setting. */
  DealSourceSetting(ObjectProvider<MetricCatalog> metrics) {
    super(NAME, "签单", Measure.DEAL_COUNT);
    this.metrics = metrics;
  }

  @Override
  public String description() {
    return "签单和回款由谁来记：签单（记一单自动计入，日报只核对）或 日报；第二天起生效";
  }

  /** Who lets deals count must know that 业绩 is still reported by hand. */
  @Override
  public String show(Organization organization) {
    String shown = super.show(organization);
    return shown.startsWith("日报") ? shown : shown + amounts(organization);
  }

  private String amounts(Organization organization) {
    return metrics.getObject().metrics(organization.id()).stream()
        .filter(metric -> metric.id().equals(AMOUNTS) && metric.active())
        .filter(metric -> metric.feed() == null && metric.source() == Metric.Source.REPORT)
        .map(metric -> "。%s仍按日报；也要自动计发：指标 改 %s 来源 签单额".formatted(metric.name(), metric.name()))
        .findFirst()
        .orElse("");
  }
}

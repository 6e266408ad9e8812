package io.github.xunbang.metric.internal;

import io.github.xunbang.metric.Feed;
import io.github.xunbang.metric.Feed.Measure;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.Metric.Source;
import io.github.xunbang.organization.OrganizationService;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The feeds of 签单, 回款 and 新客户信息, which {@code 设置 签单来源} and {@code 设置 客户来源} decide. The setting's
 * text is their only truth; it is put onto the metrics whenever they are read, and never stored
 * with them.
 */
@Component
class SourceFeeds {

  /** What decides a metric's feed: the setting, and what it counts then. */
  private record Rule(String setting, Measure measure) {}

  private static final Map<String, Rule> RULES =
      Map.of(
          "qiandan", new Rule(DealSourceSetting.NAME, Measure.DEAL_COUNT),
          "huikuan", new Rule(DealSourceSetting.NAME, Measure.PAID_AMOUNT),
          "xinkehu", new Rule(CustomerSourceSetting.NAME, Measure.CUSTOMERS));

  private final OrganizationService organizations;

  SourceFeeds(OrganizationService organizations) {
    this.organizations = organizations;
  }

  /** The setting that decides about this metric, or null when 指标 改 does. */
  static @Nullable String settingOf(String metricId) {
    Rule rule = RULES.get(metricId);
    return rule == null ? null : rule.setting();
  }

  /** The metrics as they are stored: without what the settings decide. */
  static Metric withoutSettings(Metric metric) {
    return metric.feed() != null && RULES.containsKey(metric.id()) ? fed(metric, null) : metric;
  }

  /** The metrics with what the organization's settings say. */
  List<Metric> applied(String organizationId, List<Metric> stored) {
    Map<String, String> settings = organizations.get(organizationId).settings();
    return stored.stream().map(metric -> applied(metric, settings)).toList();
  }

  private static Metric applied(Metric metric, Map<String, String> settings) {
    Rule rule = RULES.get(metric.id());
    Feed feed = rule == null ? null : FeedSpans.read(settings.get(rule.setting()), rule.measure());
    return feed == null || metric.source() != Source.REPORT ? metric : fed(metric, feed);
  }

  private static Metric fed(Metric metric, @Nullable Feed feed) {
    MetricDraft draft = MetricDraft.of(metric);
    draft.feed = feed;
    return draft.metric();
  }
}

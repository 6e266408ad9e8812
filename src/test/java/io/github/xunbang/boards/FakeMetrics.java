package io.github.xunbang.boards;

import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.MetricCatalog;
import java.util.List;
import java.util.Optional;

/** Three metrics that are summed and one that is not. */
public final class FakeMetrics implements MetricCatalog {

  public static final Metric LEADS = metric("yixiang", "意向客户", "个", Metric.RollUp.SUM);
  public static final Metric DEALS = metric("qiandan", "签单", "单", Metric.RollUp.SUM);
  public static final Metric SALES = metric("yeji", "业绩", "元", Metric.RollUp.SUM);
  public static final Metric STOCK = metric("kucun", "库存", "件", Metric.RollUp.LAST);

  public static Metric metric(String id, String name, String unit, Metric.RollUp rollUp) {
    return new Metric(
        id,
        name,
        List.of(),
        unit,
        Metric.Kind.COUNT,
        rollUp,
        null,
        null,
        "",
        Metric.Source.REPORT,
        true);
  }

  @Override
  public List<Metric> metrics(String organizationId) {
    return List.of(LEADS, DEALS, SALES, STOCK);
  }

  @Override
  public Optional<Metric> find(String organizationId, String nameOrAlias) {
    return metrics(organizationId).stream()
        .filter(one -> one.name().equals(nameOrAlias))
        .findFirst();
  }

  @Override
  public Metric add(String organizationId, Metric withoutId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Metric change(String organizationId, Metric metric) {
    throw new UnsupportedOperationException("Not needed here");
  }
}

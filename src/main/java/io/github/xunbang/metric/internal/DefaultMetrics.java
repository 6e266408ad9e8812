package io.github.xunbang.metric.internal;

import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.Metric.Kind;
import io.github.xunbang.metric.Metric.RollUp;
import io.github.xunbang.metric.Metric.Source;
import java.math.BigDecimal;
import java.util.List;

/** What a team counts before it has said so (design section 5). */
final class DefaultMetrics {

  /** Greatest daily value of a metric without a range of its own: pieces. */
  static final BigDecimal MAX_COUNT = new BigDecimal(9999);

  /** Greatest daily value of a metric without a range of its own: 一亿元. */
  static final BigDecimal MAX_AMOUNT = new BigDecimal(100_000_000);

  static final List<Metric> ALL =
      List.of(
          count("yixiang", "意向客户", List.of("意向"), "个", "意向明确、需要再面谈的客户；只问问价的不算"),
          count("xinkehu", "新客户信息", List.of("新客户", "客户信息"), "个", "当天新拿到、有称呼和联系方式的客户"),
          count("qiandan", "签单", List.of("成交"), "单", "当天签下的合同；两人合作各记半单"),
          amount("yeji", "业绩", List.of("销售额"), "当天签下的合同金额，不论是否到账"),
          amount("huikuan", "回款", List.of("到账", "收款"), "当天实际到账的金额，定金也算"));

  private DefaultMetrics() {}

  private static Metric count(
      String id, String name, List<String> aliases, String unit, String definition) {
    return metric(id, name, aliases, unit, Kind.COUNT, MAX_COUNT, definition);
  }

  private static Metric amount(String id, String name, List<String> aliases, String definition) {
    return metric(id, name, aliases, "元", Kind.AMOUNT, MAX_AMOUNT, definition);
  }

  private static Metric metric(
      String id,
      String name,
      List<String> aliases,
      String unit,
      Kind kind,
      BigDecimal max,
      String definition) {
    return new Metric(
        id,
        name,
        aliases,
        unit,
        kind,
        RollUp.SUM,
        BigDecimal.ZERO,
        max,
        definition,
        Source.REPORT,
        true);
  }
}

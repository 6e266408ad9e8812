package io.github.xunbang.report.grammar;

import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.Metric.Kind;
import io.github.xunbang.metric.Metric.Source;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/** The team of the forty lines: default metrics, 张敏 speaking, 李强 beside her. */
final class Team {

  static final Metric YIXIANG = metric("yixiang", "意向客户", "个", Kind.COUNT, "意向");
  static final Metric XINKEHU = metric("xinkehu", "新客户信息", "个", Kind.COUNT, "新客户", "客户信息");
  static final Metric QIANDAN = metric("qiandan", "签单", "单", Kind.COUNT, "成交");
  static final Metric YEJI = metric("yeji", "业绩", "元", Kind.AMOUNT, "销售额");
  static final Metric HUIKUAN = metric("huikuan", "回款", "元", Kind.AMOUNT, "到账", "收款");
  static final List<Metric> METRICS = List.of(YIXIANG, XINKEHU, QIANDAN, YEJI, HUIKUAN);
  static final Lexicon LEXICON = new Lexicon(METRICS, "张敏", List.of("张敏", "李强", "王小五"));
  static final Instant EVENING = at("2026-12-03T21:40");

  /** What 车娟 types, who looks after stores; 一组 is her home unit. */
  static final Lexicon STORES =
      new Lexicon(
              METRICS,
              "",
              List.of("张敏", "李强", "王小五", "车娟"),
              List.of("五店", "八店", "25店", "一组", "天河店", "家乐福店"),
              null)
          .saidBy("车娟", "一组");

  private Team() {}

  static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
  }

  static Metric fromDeals(Metric metric) {
    return new Metric(
        metric.id(),
        metric.name(),
        metric.aliases(),
        metric.unit(),
        metric.kind(),
        metric.rollUp(),
        null,
        null,
        "",
        Source.DEALS,
        true);
  }

  private static Metric metric(String id, String name, String unit, Kind kind, String... aliases) {
    return new Metric(
        id,
        name,
        List.of(aliases),
        unit,
        kind,
        Metric.RollUp.SUM,
        null,
        null,
        "",
        Source.REPORT,
        true);
  }
}

package io.github.xunbang.incentive.scheme.language;

import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.command.NumberText;
import io.github.xunbang.incentive.rule.Audience;
import io.github.xunbang.incentive.rule.Factor;
import io.github.xunbang.incentive.rule.Measure;
import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.rule.Sharing;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Unit;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** When a rule is settled, whom it concerns, and how an award is weighed and shared. */
final class WhomText {

  private final Organization organization;

  WhomText(Organization organization) {
    this.organization = organization;
  }

  /** 每月, 活动“五月开门红”. */
  static String when(Rule rule) {
    return switch (rule.period()) {
      case DAY -> "每日";
      case WEEK -> "每周";
      case XUN -> "每旬";
      case HALF_MONTH -> "每半月";
      case MONTH -> "每月";
      case QUARTER -> "每季度";
      case YEAR -> "每年";
      case CAMPAIGN -> "活动“" + Objects.requireNonNullElse(rule.campaign(), "") + "”";
    };
  }

  /** 个月, 个季度, as behind a number. */
  static String spans(PeriodType type) {
    return switch (type) {
      case DAY -> "天";
      case WEEK -> "周";
      case XUN -> "旬";
      case HALF_MONTH -> "个半月";
      case MONTH -> "个月";
      case QUARTER -> "个季度";
      case YEAR -> "年";
      case CAMPAIGN -> "次活动";
    };
  }

  /** 电话营销员, 五店的全员, 各A类门店, 试用期的业务员. */
  String of(Audience audience) {
    String within = audience.withinId() == null ? "" : unitName(audience.withinId()) + "的";
    if (audience.kind() == Audience.Kind.UNITS) {
      String kind = audience.unitKind() == null ? "单位" : audience.unitKind();
      return within + "各" + (audience.unitClass() == null ? "" : audience.unitClass() + "类") + kind;
    }
    String home = audience.unitClass() == null ? "" : audience.unitClass() + "类单位的";
    return within + home + people(audience);
  }

  private static String people(Audience audience) {
    boolean all = audience.positions().isEmpty();
    String jobs = String.join("、", audience.positions());
    return switch (audience.standing()) {
      case ANY -> all ? "全员" : jobs;
      case PROBATION -> all ? "试用期员工" : "试用期的" + jobs;
      case REGULAR -> all ? "转正员工" : "已转正的" + jobs;
    };
  }

  /** ；再乘所在单位的业绩完成率（最低0.8倍，最高1.2倍）. */
  String factor(Rule rule, MeasureText measures) {
    if (rule.factor() instanceof Factor.UnitAttainment one) {
      return "；再乘所在单位的%s完成率（最低%s倍，最高%s倍）"
          .formatted(
              measures.name(new Measure.Value(one.metricId())),
              NumberText.plain(one.least()),
              NumberText.plain(one.most()));
    }
    if (rule.factor() instanceof Factor.ByUnit table) {
      return table.factors().entrySet().stream()
          .sorted(Comparator.comparing(entry -> order(entry.getKey())))
          .map(entry -> unitName(entry.getKey()) + NumberText.plain(entry.getValue()))
          .collect(Collectors.joining("，", "；再乘系数（", "，其余1）"));
    }
    return "";
  }

  /** ；由本单位成员按系数分（店长1，其他岗位0.5）. */
  String sharing(Rule rule) {
    Sharing sharing = rule.sharing();
    if (sharing == null) {
      return "";
    }
    Stream<String> jobs =
        sharing.coefficients().entrySet().stream()
            .sorted(
                Map.Entry.<String, BigDecimal>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(entry -> entry.getKey() + NumberText.plain(entry.getValue()));
    String others =
        sharing.others().signum() == 0 ? "其他岗位不分" : "其他岗位" + NumberText.plain(sharing.others());
    return Stream.concat(jobs, Stream.of(others))
        .collect(Collectors.joining("，", "；由本单位成员按系数分（", "）"));
  }

  private int order(String unitId) {
    List<String> ids = organization.units().all().stream().map(Unit::id).toList();
    return ids.indexOf(unitId);
  }

  private String unitName(String unitId) {
    return organization.units().unit(unitId).map(Unit::name).orElse("（单位已不在）");
  }
}

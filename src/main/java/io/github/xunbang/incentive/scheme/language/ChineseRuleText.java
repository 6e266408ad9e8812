package io.github.xunbang.incentive.scheme.language;

import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.incentive.rule.Audience;
import io.github.xunbang.incentive.rule.Condition;
import io.github.xunbang.incentive.rule.Guard;
import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.scheme.RuleText;
import io.github.xunbang.metric.MetricCatalog;
import io.github.xunbang.organization.Organization;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Says rules in plain Chinese: when, for whom, on what condition, how much, and what else holds.
 */
@Component
class ChineseRuleText implements RuleText {

  private final MetricCatalog catalog;

  ChineseRuleText(MetricCatalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public String of(Rule rule, Organization organization) {
    MeasureText measures = new MeasureText(catalog.metrics(organization.id()));
    WhomText whom = new WhomText(organization);
    PayoutText payout = new PayoutText(rule, measures);
    ConditionText conditions = new ConditionText(rule.period(), measures);
    String must = rule.conditions().stream().map(conditions::of).collect(Collectors.joining("，且"));
    String who = rule.conditions().isEmpty() ? "" : must + "的，";
    return WhomText.when(rule)
        + "，"
        + whom.of(rule.audience())
        + "："
        + who
        + payout.text()
        + whom.factor(rule, measures)
        + whom.sharing(rule)
        + guard(rule, measures)
        + "。";
  }

  /** 每人每月, 每个单位每季度; a campaign has only itself. */
  private static String each(Rule rule) {
    String one = rule.audience().kind() == Audience.Kind.UNITS ? "每个单位" : "每人";
    return rule.period() == PeriodType.CAMPAIGN ? one : one + WhomText.when(rule);
  }

  private static String guard(Rule rule, MeasureText measures) {
    Guard guard = rule.guard();
    String most =
        guard.most() == null
            ? ""
            : "；" + each(rule) + "最多" + new PayoutText(rule, measures).amount(guard.most());
    boolean streak = rule.conditions().stream().map(Condition::consecutive).anyMatch(n -> n > 1);
    String warns = guard.warns() && streak ? "；还没连够时每期先提醒一次" : "";
    String retest = guard.retestMonths() == 0 ? "" : "；" + guard.retestMonths() + "个月后复核";
    return most + warns + retest;
  }
}

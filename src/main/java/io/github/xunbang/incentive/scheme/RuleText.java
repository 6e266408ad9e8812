package io.github.xunbang.incentive.scheme;

import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.organization.Organization;

/** Rules in plain Chinese, made from the data alone (S-147, S-149), one or two short lines each. */
public interface RuleText {

  /**
   * What the rule says, with metric and unit names of today: {@code 每月，电话营销员：签单10到19单的，每少1单
   * 绩效扣减建议70元}.
   */
  String of(Rule rule, Organization organization);
}

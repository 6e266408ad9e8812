package io.github.xunbang.incentive.scheme;

import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.organization.Organization;
import java.time.LocalDate;
import java.util.List;

/** Reads rules that a manager writes in one line (design section 8). */
public interface RuleGrammar {

  /**
   * The rules that {@code line} means, ids empty: {@code 业绩 月 前三 500 300 200 后三 待改进} is two.
   *
   * @throws io.github.xunbang.command.CommandRejectedException with what was not understood and a
   *     line to type instead
   */
  List<Rule> read(String line, Organization organization, LocalDate today);
}

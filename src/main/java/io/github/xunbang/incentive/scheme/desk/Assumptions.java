package io.github.xunbang.incentive.scheme.desk;

import io.github.xunbang.incentive.rule.Measure;
import io.github.xunbang.incentive.rule.Payout;
import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.rule.Selection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/**
 * What the bot assumes where written rules are silent (design section 8; requirements, section 2):
 * people read it beside the rules instead of finding out at the settlement.
 */
final class Assumptions {

  private Assumptions() {}

  /** One line such as {@code 没写明的：并列平分…；…}, empty when these rules leave nothing open. */
  static String of(Collection<Rule> rules) {
    List<String> said = new ArrayList<>();
    add(said, rules, Assumptions::paysPlaces, "并列平分那几名的奖金，压着最后一名的由负责人定");
    add(said, rules, rule -> rule.selection() instanceof Selection.Last, "待改进不和前列重叠、不超过一半");
    add(said, rules, Assumptions::hasBand, "差半个的由负责人定，刚到线的会标出来");
    add(said, rules, Assumptions::looksAtTargets, "请假不减目标，目标里写了请假扣减的除外");
    return said.isEmpty() ? "" : "没写明的：" + String.join("；", said);
  }

  private static void add(
      List<String> said, Collection<Rule> rules, Predicate<Rule> leavesOpen, String sentence) {
    if (rules.stream().anyMatch(leavesOpen)) {
      said.add(sentence);
    }
  }

  private static boolean paysPlaces(Rule rule) {
    boolean places =
        rule.selection() instanceof Selection.Best || rule.selection() instanceof Selection.Race;
    return places && !(rule.payout() instanceof Payout.Words);
  }

  /** Bands of figures; percentages have no piece beside them. */
  private static boolean hasBand(Rule rule) {
    return rule.conditions().stream()
        .anyMatch(one -> one.isBand() && one.measure() instanceof Measure.Value);
  }

  private static boolean looksAtTargets(Rule rule) {
    return rule.measures().stream()
        .anyMatch(one -> one instanceof Measure.Shortfall || one instanceof Measure.Attainment);
  }
}

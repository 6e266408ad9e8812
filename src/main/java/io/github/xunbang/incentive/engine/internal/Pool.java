package io.github.xunbang.incentive.engine.internal;

import io.github.xunbang.incentive.rule.Payout;
import io.github.xunbang.incentive.rule.Rule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What the places of one group pay together. */
final class Pool {

  private final Rule rule;
  private final Group group;
  private final List<Payout.Tier> parts;

  Pool(Rule rule, Group group) {
    this.rule = rule;
    this.group = group;
    parts = parts(rule.payout(), group);
  }

  BigDecimal sum() {
    return parts.stream()
        .map(part -> part.amount().multiply(BigDecimal.valueOf(places(part))))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** {@code 第2名：300元}, {@code 并列第2到3名：300元 + 200元 = 500元}. */
  String text() {
    List<String> terms = new ArrayList<>();
    for (Payout.Tier part : parts) {
      String amount = Numbers.money(part.amount(), rule.currency());
      terms.add(places(part) == 1 ? amount : amount + " × " + places(part));
    }
    String sum = Numbers.money(sum(), rule.currency());
    String terse = String.join(" + ", terms);
    return group.label() + "：" + (terse.equals(sum) ? sum : terse + " = " + sum);
  }

  /** How the pool is shared out. */
  List<String> lines(BigDecimal each, BigDecimal over, boolean first) {
    if (group.size() == 1) {
      return List.of(text());
    }
    String share =
        Numbers.money(sum(), rule.currency())
            + " ÷ "
            + group.size()
            + (over.signum() == 0 ? " = " : " 每名")
            + Numbers.money(each, rule.currency());
    if (over.signum() == 0) {
      return List.of(text(), share);
    }
    String cents = "，余" + Numbers.money(over, rule.currency()) + "归先加入的";
    return first
        ? List.of(text(), share + cents, "共" + Numbers.money(each.add(over), rule.currency()))
        : List.of(text(), share + cents);
  }

  /** The tiers cut to the paid places of the group. */
  private static List<Payout.Tier> parts(Payout payout, Group group) {
    if (payout instanceof Payout.Fixed fixed) {
      return List.of(new Payout.Tier(group.first(), group.lastPaid(), fixed.amount()));
    }
    return payout instanceof Payout.Tiers tiers
        ? tiers.tiers().stream()
            .filter(tier -> tier.from() <= group.lastPaid() && tier.to() >= group.first())
            .map(
                tier ->
                    new Payout.Tier(
                        Math.max(tier.from(), group.first()),
                        Math.min(tier.to(), group.lastPaid()),
                        tier.amount()))
            .toList()
        : List.of();
  }

  private static int places(Payout.Tier tier) {
    return tier.to() - tier.from() + 1;
  }
}

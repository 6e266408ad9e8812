package io.github.xunbang.incentive.engine.internal;

import io.github.xunbang.incentive.engine.Candidate;
import io.github.xunbang.incentive.rule.Payout;
import io.github.xunbang.incentive.rule.Rule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Pays one rule's people: each for themselves, or by the places of a group. */
final class Payouts {

  private final Rule rule;
  private final Amounts amounts;

  Payouts(Scene scene, Rule rule) {
    this.rule = rule;
    amounts = new Amounts(scene);
  }

  /** Somebody who needs no place; empty when there is nothing to pay. */
  Optional<Draft> single(Candidate who) {
    if (rule.payout() instanceof Payout.Words words) {
      return Optional.of(Draft.words(who, words.words(), List.of()));
    }
    if (rule.payout() instanceof Payout.Discretion discretion) {
      return Optional.of(discretion(who, discretion));
    }
    return amounts
        .of(who, rule.payout())
        .filter(amount -> amount.signum() > 0)
        .map(amount -> Draft.amount(who, amount, amounts.how(who, rule.payout(), rule.currency())));
  }

  /** Those who share a place. */
  Stream<Draft> group(Group group) {
    if (rule.payout() instanceof Payout.Tiers || rule.payout() instanceof Payout.Fixed) {
      return pooled(group, new Pool(rule, group)).stream();
    }
    List<Draft> drafts = group.tied().stream().flatMap(who -> single(who).stream()).toList();
    return group.crosses()
        ? IntStream.range(0, drafts.size())
            .mapToObj(i -> undecided(drafts.get(i), group, i < group.paidPlaces()))
        : drafts.stream();
  }

  /** Equal places share what the places they fill pay; the cents left over go to the first. */
  private List<Draft> pooled(Group group, Pool pool) {
    List<Draft> drafts = new ArrayList<>();
    BigDecimal each = pool.sum().divide(BigDecimal.valueOf(group.size()), 2, RoundingMode.DOWN);
    BigDecimal over = pool.sum().subtract(each.multiply(BigDecimal.valueOf(group.size())));
    for (Candidate who : group.tied()) {
      boolean first = drafts.isEmpty();
      if (pool.sum().signum() == 0) {
        break;
      }
      drafts.add(
          group.crosses()
              ? Draft.open(
                  who,
                  "",
                  List.of(pool.text()),
                  tie(group) + "合计" + Numbers.money(pool.sum(), rule.currency()) + "，请定金额",
                  first ? pool.sum() : BigDecimal.ZERO)
              : Draft.amount(
                  who, Fraction.of(first ? each.add(over) : each), pool.lines(each, over, first)));
    }
    return drafts;
  }

  /** Everybody of a tie over the last place waits for a person, with the amount each would get. */
  private Draft undecided(Draft draft, Group group, boolean counts) {
    BigDecimal amount = draft.amount() == null ? BigDecimal.ZERO : draft.amount().cents();
    String would = amount.signum() == 0 ? "" : "（得者" + Numbers.money(amount, rule.currency()) + "）";
    return Draft.open(
        draft.who(),
        draft.words(),
        draft.how(),
        tie(group) + "请定给谁" + would,
        counts ? amount : BigDecimal.ZERO);
  }

  private Draft discretion(Candidate who, Payout.Discretion discretion) {
    return Draft.open(who, discretion.words(), List.of(), "由负责人定金额", BigDecimal.ZERO);
  }

  private static String tie(Group group) {
    return group.label() + "共" + group.size() + "名，只有" + group.paidPlaces() + "个名额，";
  }
}

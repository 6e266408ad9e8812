package io.github.xunbang.incentive.engine.internal;

import io.github.xunbang.incentive.engine.Candidate;
import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.rule.Sharing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Shares a unit's award among its members by coefficient, to the cent (S-92). */
final class Sharings {

  private final Sharing sharing;
  private final Rule.Currency currency;

  Sharings(Sharing sharing, Rule.Currency currency) {
    this.sharing = sharing;
    this.currency = currency;
  }

  /** What one member gets of it. */
  record Share(Candidate who, BigDecimal amount, List<String> how) {}

  /** The shares above 0, in order of joining; empty when nobody has a coefficient. */
  List<Share> of(BigDecimal award, List<Candidate> members) {
    List<Candidate> some = members.stream().filter(one -> coefficient(one).signum() > 0).toList();
    BigDecimal all = some.stream().map(this::coefficient).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal over = award;
    int greatest = 0;
    List<BigDecimal> amounts = new ArrayList<>();
    for (Candidate one : some) {
      BigDecimal amount = award.multiply(coefficient(one)).divide(all, 2, RoundingMode.DOWN);
      over = over.subtract(amount);
      boolean more = coefficient(one).compareTo(coefficient(some.get(greatest))) > 0;
      greatest = more ? amounts.size() : greatest;
      amounts.add(amount);
    }
    List<Share> shares = new ArrayList<>();
    for (int i = 0; i < some.size(); i++) {
      BigDecimal extra = i == greatest ? over : BigDecimal.ZERO;
      BigDecimal amount = amounts.get(i).add(extra);
      if (amount.signum() > 0) {
        shares.add(
            new Share(
                some.get(i), Finish.plain(amount), how(award, some.get(i), all, amount, extra)));
      }
    }
    return shares;
  }

  private List<String> how(
      BigDecimal award, Candidate who, BigDecimal all, BigDecimal amount, BigDecimal extra) {
    String share =
        Numbers.money(award, currency)
            + " × 系数"
            + Numbers.of(coefficient(who))
            + " ÷ 系数合计"
            + Numbers.of(all)
            + " = "
            + Numbers.money(amount.subtract(extra), currency)
            + "（不足一分舍去）";
    return extra.signum() == 0
        ? List.of(share)
        : List.of(
            share,
            "零头" + Numbers.money(extra, currency) + "归系数最大的：共" + Numbers.money(amount, currency));
  }

  private BigDecimal coefficient(Candidate who) {
    return sharing.of(who.position());
  }
}

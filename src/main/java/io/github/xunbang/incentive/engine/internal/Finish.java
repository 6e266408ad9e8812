package io.github.xunbang.incentive.engine.internal;

import io.github.xunbang.incentive.engine.Candidate;
import io.github.xunbang.incentive.rule.Rule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From the exact amount to the one that is proposed: factor, then the cent, then the limit. */
final class Finish {

  private final Scene scene;
  private final Rule rule;

  Finish(Scene scene, Rule rule) {
    this.scene = scene;
    this.rule = rule;
  }

  /** Above 0, two decimals at most; empty when nothing is left. */
  Optional<BigDecimal> amount(Candidate who, Fraction exact) {
    BigDecimal cents = exact.times(factor(who).factor()).cents();
    BigDecimal limited = rule.guard().most() == null ? cents : cents.min(rule.guard().most());
    return Optional.of(limited).filter(amount -> amount.signum() > 0).map(Finish::plain);
  }

  /** The steps after {@code exact}. */
  List<String> how(Candidate who, Fraction exact) {
    List<String> lines = new ArrayList<>();
    Factors.Applied factor = factor(who);
    Fraction product = exact.times(factor.factor());
    lines.addAll(factor.how());
    if (factor.factor().compareTo(Fraction.ONE) != 0) {
      lines.add(
          Numbers.money(exact, rule.currency())
              + " × "
              + factor.text()
              + " = "
              + Numbers.money(product, rule.currency()));
    }
    if (!product.fits(2)) {
      lines.add("四舍五入到分：" + Numbers.money(product.cents(), rule.currency()));
    }
    BigDecimal most = rule.guard().most();
    if (most != null && product.cents().compareTo(most) > 0) {
      lines.add("封顶" + Numbers.money(most, rule.currency()));
    }
    return lines;
  }

  private Factors.Applied factor(Candidate who) {
    return new Factors(scene).of(who, rule.factor());
  }

  /** One form for equal amounts: 70, never 70.00 or 7E+1. */
  static BigDecimal plain(BigDecimal amount) {
    BigDecimal stripped = amount.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}

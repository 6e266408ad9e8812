package io.github.xunbang.incentive.oracle;

import static io.github.xunbang.incentive.oracle.RandomWorld.DEALS;
import static io.github.xunbang.incentive.oracle.RandomWorld.FIELD;
import static io.github.xunbang.incentive.oracle.RandomWorld.LEADS;
import static io.github.xunbang.incentive.oracle.RandomWorld.PAID;
import static io.github.xunbang.incentive.oracle.RandomWorld.SALES;
import static io.github.xunbang.incentive.oracle.RandomWorld.TELESALES;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A sheet of rules: each kind once, with numbers near what the worlds make. */
final class RandomRules {

  private final Random random;

  private RandomRules(long seed) {
    random = new Random(seed * 31 + 7);
  }

  static List<Written> of(long seed) {
    return new RandomRules(seed).make();
  }

  private List<Written> make() {
    List<Written> rules = new ArrayList<>();
    BigDecimal low = number(2 + random.nextInt(4));
    rules.add(new Written.Shortfall(TELESALES, LEADS, number(5), null, null));
    rules.add(
        new Written.Shortfall(
            TELESALES, DEALS, number(70), low, low.add(number(1 + random.nextInt(4)))));
    rules.add(new Written.Shortfall(FIELD, DEALS, decimal("33.33"), null, null));
    rules.add(
        new Written.Gate(
            DEALS,
            number(4 + random.nextInt(6)),
            random.nextBoolean() ? SALES : PAID,
            decimal("3.35")));
    rules.add(new Written.Best(SALES, amounts(1 + random.nextInt(4))));
    rules.add(new Written.BestAndLast(LEADS, amounts(3), 1 + random.nextInt(3)));
    rules.add(
        new Written.Race(
            SALES,
            number(1_000 * (2 + random.nextInt(6))),
            random.nextBoolean() ? number(1_000) : null,
            amounts(3)));
    rules.add(new Written.Nothing(DEALS, 2));
    rules.add(new Written.BelowQuota(DEALS, 3));
    rules.add(new Written.Missed(number(10)));
    rules.add(new Written.Late(decimal("5.5")));
    rules.add(
        new Written.BestUnit(
            SALES, number(1_000), Map.of(TELESALES, number(1), FIELD, decimal("0.5"))));
    rules.add(new Written.OwnShare(SALES, number(30), number(100)));
    rules.add(
        new Written.TimesUnit(
            DEALS, number(3), number(300), SALES, decimal("0.5"), decimal("1.5")));
    rules.add(
        new Written.Steps(
            LEADS,
            List.of(
                new Written.Step(number(80), number(50)),
                new Written.Step(number(100), number(100)),
                new Written.Step(number(120), number(200)))));
    rules.add(new Written.UnitReached(SALES, SALES, number(2_000), number(88)));
    return rules;
  }

  private List<BigDecimal> amounts(int places) {
    List<BigDecimal> amounts = new ArrayList<>();
    for (int place = places; place > 0; place--) {
      amounts.add(number(100 * place + random.nextInt(2)));
    }
    return amounts;
  }

  private static BigDecimal number(int value) {
    return BigDecimal.valueOf(value);
  }

  private static BigDecimal decimal(String value) {
    return new BigDecimal(value);
  }
}

package io.github.xunbang.incentive.engine.internal;

import static io.github.xunbang.incentive.engine.TestRule.value;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.incentive.engine.ScriptedFacts;
import io.github.xunbang.incentive.engine.TestRule;
import io.github.xunbang.incentive.rule.Audience;
import io.github.xunbang.incentive.rule.Condition;
import io.github.xunbang.incentive.rule.Factor;
import io.github.xunbang.incentive.rule.GoalLine;
import io.github.xunbang.incentive.rule.Guard;
import io.github.xunbang.incentive.rule.Limit;
import io.github.xunbang.incentive.rule.Measure;
import io.github.xunbang.incentive.rule.Payout;
import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.rule.Selection;
import io.github.xunbang.incentive.rule.Sharing;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Teams and rules by chance, with many equal figures. */
final class RandomScheme {

  static final Period NOV = Period.containing(PeriodType.MONTH, LocalDate.of(2026, 11, 1));

  private static final List<String> JOBS = List.of("销售", "电话", "经理");

  private final Random random;

  RandomScheme(Random random) {
    this.random = random;
  }

  ScriptedFacts facts(int members) {
    ScriptedFacts facts =
        new ScriptedFacts()
            .metric("签单", "单", true, false, false)
            .metric("退单", "单", true, true, false)
            .metric("回款", "元", true, false, true)
            .metric("资产", "元", false, false, true);
    facts.unit("u0", "城市", "A");
    for (int i = 1; i <= 4; i++) {
      facts.unit("u" + i, "门店", i == 1 ? "B" : null, "u0");
      figures(facts, "u" + i);
    }
    for (int i = 1; i <= members; i++) {
      member(facts, "m" + i);
    }
    return facts;
  }

  private void member(ScriptedFacts facts, String id) {
    LocalDate since = NOV.start().minusDays(random.nextInt(90)).plusDays(random.nextInt(10));
    String job = pick(JOBS);
    if (random.nextInt(5) == 0) {
      facts.member(id, job, since, random.nextBoolean(), null);
    } else {
      facts.member(id, job, since, random.nextBoolean(), null, "u" + (1 + random.nextInt(4)), "u0");
    }
    figures(facts, id);
    facts.missing(id, NOV, random.nextInt(3)).late(id, NOV, random.nextInt(3));
    facts.votes(id, NOV, random.nextInt(4));
    if (random.nextBoolean()) {
      facts.score(id, "考核", NOV, String.valueOf(50 + random.nextInt(50)));
    }
    facts.unitsValue(id, "签单", NOV, String.valueOf(random.nextInt(20)));
  }

  private void figures(ScriptedFacts facts, String id) {
    for (Period period : List.of(NOV, NOV.previous(), NOV.previous().previous())) {
      if (random.nextInt(6) > 0) {
        facts.value(id, "签单", period, halves(12));
        facts.value(id, "退单", period, halves(3));
        facts.value(id, "回款", period, BigDecimal.valueOf(random.nextInt(900_000), 2).toString());
      }
      if (random.nextBoolean()) {
        facts.value(id, "资产", period, String.valueOf(random.nextInt(5) * 1000));
      }
      if (random.nextInt(4) > 0) {
        int base = 3 + random.nextInt(8);
        facts.goal(id, "签单", period, String.valueOf(base), String.valueOf(base + 2));
        facts.goal(id, "退单", period, "2");
      }
    }
    if (random.nextBoolean()) {
      facts.reached(id, "签单", NOV, "20", instant());
    } else if (random.nextBoolean()) {
      facts.reached(id, "签单", NOV, "5", instant());
    }
  }

  List<Rule> rules(int count) {
    List<Rule> rules = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      rules.add(rule("R" + i));
    }
    return rules;
  }

  private Rule rule(String id) {
    boolean units = random.nextInt(4) == 0;
    Selection selection = selection();
    Payout payout = payout(!(selection instanceof Selection.Everyone));
    TestRule rule =
        switch (random.nextInt(3)) {
          case 0 -> TestRule.deduction(id, payout);
          case 1 ->
              random.nextInt(4) == 0 ? TestRule.notice(id, "待改进") : TestRule.reward(id, payout);
          default -> TestRule.reward(id, payout);
        };
    rule.of(units ? Audience.units("门店") : audience()).select(selection);
    for (int i = random.nextInt(3); i > 0; i--) {
      rule.when(condition());
    }
    if (random.nextInt(4) == 0) {
      rule.times(
          random.nextBoolean()
              ? new Factor.UnitAttainment("签单", new BigDecimal("0.5"), new BigDecimal("1.5"))
              : new Factor.ByUnit(
                  Map.of("u1", new BigDecimal("1.1"), "u0", new BigDecimal("0.9"))));
    }
    if (units && random.nextBoolean()) {
      rule.shared(new Sharing(Map.of("经理", BigDecimal.ONE), new BigDecimal("0.5")));
    }
    if (random.nextInt(4) == 0) {
      rule.guarded(new Guard(BigDecimal.valueOf(300), random.nextBoolean(), 0));
    }
    return random.nextInt(8) == 0 ? rule.points().rule() : rule.rule();
  }

  private Audience audience() {
    return switch (random.nextInt(4)) {
      case 0 -> Audience.position(pick(JOBS));
      case 1 ->
          new Audience(
              Audience.Kind.MEMBERS, List.of(), "u1", null, null, Audience.Standing.REGULAR);
      default -> Audience.EVERYBODY;
    };
  }

  private Condition condition() {
    Condition.Of of = random.nextInt(4) == 0 ? Condition.Of.HOME_UNIT : Condition.Of.SELF;
    int periods = random.nextInt(3) == 0 ? 2 + random.nextInt(2) : 1;
    return switch (random.nextInt(3)) {
      case 0 ->
          new Condition(of, value("签单"), new Limit.Goal(GoalLine.BASE), true, null, false, periods);
      case 1 -> Condition.between(value("签单"), BigDecimal.valueOf(2), BigDecimal.valueOf(9));
      default ->
          new Condition(
              of,
              measure(),
              new Limit.Number(BigDecimal.ONE),
              random.nextBoolean(),
              null,
              false,
              periods);
    };
  }

  private Selection selection() {
    int places = 1 + random.nextInt(6);
    return switch (random.nextInt(5)) {
      case 0, 1 -> new Selection.Everyone();
      case 2 -> new Selection.Best(ranked(), places);
      case 3 -> new Selection.Last(ranked(), places);
      default ->
          new Selection.Race(
              "签单",
              new Limit.Number(BigDecimal.valueOf(20)),
              places,
              random.nextBoolean() ? new Limit.Number(BigDecimal.valueOf(5)) : null);
    };
  }

  private Payout payout(boolean placed) {
    if (placed && random.nextInt(3) > 0) {
      int split = 1 + random.nextInt(3);
      return new Payout.Tiers(
          List.of(
              new Payout.Tier(1, split, BigDecimal.valueOf(100_01, 2)),
              new Payout.Tier(split + 1, split + 3, BigDecimal.valueOf(33_34, 2))));
    }
    return switch (random.nextInt(6)) {
      case 0 -> new Payout.Fixed(BigDecimal.valueOf(50));
      case 1 -> new Payout.PerPiece(BigDecimal.valueOf(70), measure());
      case 2 -> new Payout.Percent(new BigDecimal("7.5"), value("回款"));
      case 3 ->
          new Payout.Bands(
              measure(), List.of(new Payout.Band(BigDecimal.valueOf(2), BigDecimal.valueOf(80))));
      case 4 -> new Payout.Words("待改进");
      default -> new Payout.Discretion("视情况");
    };
  }

  /** Few of them, so that both ends of one list meet in one scheme. */
  private Measure ranked() {
    return random.nextInt(3) > 0 ? value("签单") : measure();
  }

  private Measure measure() {
    return switch (random.nextInt(10)) {
      case 0 -> value("签单");
      case 1 -> value("退单");
      case 2 -> value("资产");
      case 3 -> new Measure.Attainment("签单", GoalLine.STRETCH);
      case 4 -> new Measure.Attainment("退单", GoalLine.BASE);
      case 5 -> new Measure.Shortfall("签单");
      case 6 -> new Measure.ShareOfUnits("签单");
      case 7 -> random.nextBoolean() ? new Measure.MissingReports() : new Measure.LateReports();
      case 8 -> random.nextBoolean() ? new Measure.Votes() : new Measure.Score("考核");
      default ->
          new Measure.Weighted(
              List.of(
                  new Measure.Part(
                      new Measure.Attainment("签单", GoalLine.BASE), new BigDecimal("0.7")),
                  new Measure.Part(new Measure.Votes(), new BigDecimal("0.3"))));
    };
  }

  private String halves(int most) {
    return BigDecimal.valueOf(5L * random.nextInt(2 * most + 1), 1).toString();
  }

  private Instant instant() {
    return Instant.parse("2026-11-10T02:00:00Z").plusSeconds(random.nextInt(6));
  }

  private <T> T pick(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }
}

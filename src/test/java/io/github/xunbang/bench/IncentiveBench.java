package io.github.xunbang.bench;

import io.github.xunbang.FrontDoorTest;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.incentive.engine.Engine;
import io.github.xunbang.incentive.engine.Outcome;
import io.github.xunbang.incentive.facts.FactsReader;
import io.github.xunbang.incentive.rule.Audience;
import io.github.xunbang.incentive.rule.Condition;
import io.github.xunbang.incentive.rule.GoalLine;
import io.github.xunbang.incentive.rule.Guard;
import io.github.xunbang.incentive.rule.Limit;
import io.github.xunbang.incentive.rule.Measure;
import io.github.xunbang.incentive.rule.Payout;
import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.rule.Selection;
import io.github.xunbang.metric.Ledger;
import io.github.xunbang.organization.OrganizationService;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * The settlement of a month of 2,000 members in 36 stores by 40 rules of every kind: facts from the
 * stores and the engine, without storing proposals.
 */
class IncentiveBench extends FrontDoorTest {

  private static final Period DECEMBER =
      Period.containing(PeriodType.MONTH, LocalDate.of(2026, 12, 1));
  private static final int SETTLEMENTS = 5;
  private static final Measure DEALS = new Measure.Value("qiandan");
  private static final Audience EVERYBODY = Audience.EVERYBODY;
  private static final Audience STORES = Audience.units("门店");

  @Autowired private Ledger ledger;
  @Autowired private MongoTemplate mongo;
  @Autowired private OrganizationService organizations;
  @Autowired private FactsReader reader;
  @Autowired private Engine engine;

  private final List<Rule> rules = new ArrayList<>();

  @Test
  void settlementOfTwoThousandMembersByFortyRules() throws Exception {
    String id = prepare();
    new LargeTeam(id, ledger, mongo).fill(YearMonth.of(2026, 9), 4);
    at(LocalDateTime.of(2027, 1, 1, 9, 5));
    fortyRules();

    measure("first settlement after start", id, 1);
    measure("settlement", id, SETTLEMENTS);
  }

  private void measure(String name, String id, int times) throws Exception {
    Outcome[] last = new Outcome[1];
    Measured measured = Measured.closedLoop(name, 1, 0, times, i -> last[0] = settle(id));
    System.out.println(measured);
    System.out.printf(
        "INCENTIVE %s: %d rules, %d lines, %d findings, p50 %.0f ms, processor time %.0f ms (aim"
            + " 5000)%n",
        name,
        rules.size(),
        last[0].lines().size(),
        last[0].findings().size(),
        measured.millis(0.5),
        measured.cpuMillisEach());
  }

  private Outcome settle(String id) {
    return engine.settle(
        rules, DECEMBER, null, reader.read(organizations.get(id), rules, DECEMBER));
  }

  private String prepare() {
    String group = newGroup();
    String boss = "老板" + group;
    say(group, boss, "成员");
    String id = LargeTeam.of(organizations, "simulator:" + boss).id();
    LargeTeam.enrol(organizations, id, "bench");
    for (String line :
        List.of(
            "目标 电话营销员 意向 每日 10",
            LargeTeam.targets("签单", "240", LargeTeam.memberNames()),
            LargeTeam.targets("回款", "3000万", LargeTeam.storeNames()),
            "评分 设置 日志质量 员1")) {
      String reply = say(group, boss, line);
      if (!reply.startsWith("已定") && !reply.startsWith("已导入")) {
        throw new IllegalStateException(reply);
      }
    }
    return id;
  }

  /** Eight rules of each of five families. */
  private void fortyRules() {
    for (int i = 0; i < 8; i++) {
      String metric = List.of("yixiang", "qiandan", "huikuan").get(i % 3);
      shortfallOrThreshold(i);
      add(EVERYBODY, List.of(), new Selection.Best(value(metric), 3), tiers());
      add(i % 2 == 0 ? STORES : EVERYBODY, List.of(), race(metric, i), tiers());
      overPeriods(i);
      others(i, metric);
    }
  }

  private void shortfallOrThreshold(int i) {
    Measure missing = new Measure.Shortfall("qiandan");
    if (i % 2 == 0) {
      add(
          EVERYBODY,
          List.of(Condition.between(DEALS, number(100), number(239))),
          new Selection.Everyone(),
          new Payout.PerPiece(number(70), missing));
    } else {
      add(
          EVERYBODY,
          List.of(Condition.atLeast(DEALS, number(100 + i))),
          new Selection.Everyone(),
          new Payout.Percent(number(10), value("huikuan")));
    }
  }

  private void overPeriods(int i) {
    Measure by = i % 2 == 0 ? DEALS : new Measure.Attainment("yixiang", GoalLine.BASE);
    add(
        EVERYBODY,
        List.of(
            new Condition(
                Condition.Of.SELF, by, new Limit.Number(number(90)), true, null, false, 2 + i % 2)),
        new Selection.Everyone(),
        new Payout.Words("提前转正建议"));
  }

  private void others(int i, String metric) {
    Measure by =
        switch (i) {
          case 0 -> new Measure.MissingReports();
          case 1 -> new Measure.LateReports();
          case 2 -> new Measure.Votes();
          case 3 -> new Measure.Score("日志质量");
          case 4 -> new Measure.ShareOfUnits("qiandan");
          case 5 -> new Measure.Attainment("huikuan", GoalLine.BASE);
          default ->
              new Measure.Weighted(
                  List.of(
                      new Measure.Part(value(metric), new BigDecimal("0.7")),
                      new Measure.Part(DEALS, new BigDecimal("0.3"))));
        };
    add(
        i == 5 ? STORES : EVERYBODY,
        List.of(Condition.atLeast(by, BigDecimal.ONE)),
        new Selection.Everyone(),
        new Payout.Fixed(number(50)));
  }

  private static Selection race(String metric, int i) {
    return new Selection.Race(
        metric, new Limit.Number(number(200 + 100 * i)), 3, new Limit.Number(number(150)));
  }

  private static Payout tiers() {
    return new Payout.Tiers(
        List.of(
            new Payout.Tier(1, 1, number(5000)),
            new Payout.Tier(2, 2, number(4000)),
            new Payout.Tier(3, 3, number(3000))));
  }

  private static Measure value(String metric) {
    return new Measure.Value(metric);
  }

  private static BigDecimal number(int value) {
    return BigDecimal.valueOf(value);
  }

  private void add(
      Audience audience, List<Condition> conditions, Selection selection, Payout payout) {
    boolean words = payout instanceof Payout.Words;
    rules.add(
        new Rule(
            "R" + (rules.size() + 1),
            "规则",
            words ? Rule.Sense.NOTICE : Rule.Sense.REWARD,
            Rule.Currency.YUAN,
            PeriodType.MONTH,
            null,
            audience,
            conditions,
            selection,
            payout,
            null,
            null,
            Guard.NONE));
  }
}

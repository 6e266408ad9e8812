package io.github.xunbang.incentive.engine.internal;

import static io.github.xunbang.incentive.engine.TestRule.deduction;
import static io.github.xunbang.incentive.engine.TestRule.reward;
import static io.github.xunbang.incentive.engine.internal.RandomScheme.NOV;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.incentive.engine.Candidate;
import io.github.xunbang.incentive.engine.Engine;
import io.github.xunbang.incentive.engine.Line;
import io.github.xunbang.incentive.engine.Outcome;
import io.github.xunbang.incentive.engine.ScriptedFacts;
import io.github.xunbang.incentive.rule.Audience;
import io.github.xunbang.incentive.rule.Measure;
import io.github.xunbang.incentive.rule.Payout;
import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.rule.Scheme;
import io.github.xunbang.incentive.rule.Selection;
import io.github.xunbang.incentive.rule.Sharing;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What must hold for every team and every scheme. */
class EnginePropertiesTest {

  private static final Pattern POOL = Pattern.compile("合计([0-9.]+)元，请定金额");

  private final Engine engine = new DefaultEngine();

  @Test
  void theOrderOfPeopleAndASecondRunChangeNothing() {
    each(
        1500,
        seed -> {
          Random random = new Random(seed);
          RandomScheme chance = new RandomScheme(random);
          ScriptedFacts facts = chance.facts(random.nextInt(25));
          List<Rule> rules = chance.rules(6);
          Scheme.Cap cap = seed % 2 == 0 ? null : cap(random.nextInt(3000));

          Outcome outcome = engine.settle(rules, NOV, cap, facts);

          assertThat(engine.settle(rules, NOV, cap, facts.shuffled(random))).isEqualTo(outcome);
          assertThat(engine.settle(rules, NOV, cap, facts)).isEqualTo(outcome);
        });
  }

  @Test
  void aLineIsMoneyToTheCentOrWordsOrAQuestionAndAlwaysShowsItsWorking() {
    each(
        1000,
        seed -> {
          Random random = new Random(seed);
          RandomScheme chance = new RandomScheme(random);

          Outcome outcome =
              engine.settle(chance.rules(8), NOV, null, chance.facts(random.nextInt(25)));

          for (Line line : outcome.lines()) {
            assertThat(line.working()).isNotEmpty().noneMatch(String::isBlank);
            assertThat(line.working() + line.words()).doesNotContain("null");
            if (line.amount() == null) {
              assertThat(!line.words().isEmpty() || line.open() != null).isTrue();
            } else {
              assertThat(line.amount().signum()).isPositive();
              assertThat(line.amount().scale()).isBetween(0, 2);
              assertThat(line.open()).isNull();
            }
          }
        });
  }

  @Test
  void noCapIsEverExceeded() {
    each(
        1500,
        seed -> {
          Random random = new Random(seed);
          RandomScheme chance = new RandomScheme(random);
          Scheme.Cap cap = cap(random.nextInt(5000));

          Outcome outcome =
              engine.settle(chance.rules(5), NOV, cap, chance.facts(random.nextInt(25)));

          assertThat(paid(outcome).add(pools(outcome)))
              .satisfiesAnyOf(
                  sum -> assertThat(sum).isLessThanOrEqualTo(cap.amount()),
                  sum -> assertThat(paid(outcome)).isZero());
        });
  }

  @Test
  void theLastNeverMeetTheBestNorAreMoreThanHalf() {
    int[] both = {0};
    each(
        3000,
        seed -> {
          Random random = new Random(seed);
          RandomScheme chance = new RandomScheme(random);
          ScriptedFacts facts = chance.facts(random.nextInt(12));
          List<Rule> rules = chance.rules(8);

          Outcome outcome = engine.settle(rules, NOV, null, facts);

          Map<Object, Set<String>> best = named(rules, outcome, Selection.Best.class);
          Map<Object, Set<String>> last = named(rules, outcome, Selection.Last.class);
          last.forEach(
              (list, ids) -> {
                both[0] += best.containsKey(list) && !ids.isEmpty() ? 1 : 0;
                assertThat(best.getOrDefault(list, Set.of())).noneMatch(ids::contains);
              });
          for (Rule rule : rules) {
            if (rule.selection() instanceof Selection.Last && rule.sharing() == null) {
              int audience = new Roster(facts, NOV).of(rule.audience()).size();
              assertThat(decided(outcome, rule)).isLessThanOrEqualTo(audience / 2);
            }
          }
        });
    assertThat(both[0]).as("lists with both ends").isGreaterThan(100);
  }

  @Test
  void tiersPayExactlyThePlacesThatAreFilled() {
    int[] ties = {0};
    each(
        4000,
        seed -> {
          Random random = new Random(seed);
          ScriptedFacts facts = new ScriptedFacts();
          int winners = 0;
          int members = random.nextInt(30);
          for (int i = 1; i <= members; i++) {
            int deals = random.nextInt(8);
            winners += deals > 0 ? 1 : 0;
            facts.member("m" + i, "销售").value("m" + i, "签单", NOV, String.valueOf(deals));
          }
          int places = 1 + random.nextInt(10);
          List<BigDecimal> amounts =
              IntStream.range(0, places)
                  .mapToObj(i -> BigDecimal.valueOf(1 + random.nextInt(100_000), 2))
                  .toList();
          List<Payout.Tier> tiers = new ArrayList<>();
          amounts.forEach(
              one -> tiers.add(new Payout.Tier(tiers.size() + 1, tiers.size() + 1, one)));
          Rule rule = reward("R1", new Payout.Tiers(tiers)).best("签单", places).rule();

          Outcome outcome = engine.settle(List.of(rule), NOV, null, facts);

          BigDecimal filled =
              amounts.stream()
                  .limit(Math.min(places, winners))
                  .reduce(BigDecimal.ZERO, BigDecimal::add);
          assertThat(paid(outcome).add(pools(outcome))).isEqualByComparingTo(filled);
          ties[0] += pools(outcome).signum();
        });
    assertThat(ties[0]).as("ties over the last place").isGreaterThan(500);
  }

  @Test
  void sharesAddUpToTheAward() {
    each(
        4000,
        seed -> {
          Random random = new Random(seed);
          BigDecimal award = BigDecimal.valueOf(1 + random.nextInt(1_000_000), 2);
          Map<String, BigDecimal> table = new HashMap<>();
          List<Candidate> members = new ArrayList<>();
          for (int i = 0; i <= random.nextInt(12); i++) {
            String job = "岗" + random.nextInt(4);
            table.putIfAbsent(job, BigDecimal.valueOf(1 + random.nextInt(20), 1));
            members.add(
                new Candidate(
                    "m" + i,
                    "人" + i,
                    false,
                    job,
                    List.of("u1"),
                    null,
                    null,
                    LocalDate.EPOCH,
                    false));
          }

          List<Sharings.Share> shares =
              new Sharings(new Sharing(table, BigDecimal.ZERO), Rule.Currency.YUAN)
                  .of(award, members);

          assertThat(shares.stream().map(Sharings.Share::amount).reduce(BigDecimal::add))
              .hasValueSatisfying(sum -> assertThat(sum).isEqualByComparingTo(award));
          // Whoever has the greater coefficient never gets less.
          for (Sharings.Share one : shares) {
            for (Sharings.Share other : shares) {
              if (of(table, one).compareTo(of(table, other)) > 0) {
                assertThat(one.amount()).isGreaterThanOrEqualTo(other.amount());
              }
            }
          }
        });
  }

  @Test
  void whoDoesMoreNeverLosesMoreForFallingShort() {
    Rule rule =
        deduction("R1", new Payout.PerPiece(new BigDecimal("70"), new Measure.Shortfall("签单")))
            .rule();
    each(
        1000,
        seed -> {
          Random random = new Random(seed);
          String goal = String.valueOf(1 + random.nextInt(30));
          BigDecimal less = BigDecimal.valueOf(5L * random.nextInt(60), 1);
          BigDecimal more = less.add(BigDecimal.valueOf(5L * random.nextInt(10), 1));

          assertThat(shortfall(rule, goal, more)).isLessThanOrEqualTo(shortfall(rule, goal, less));
        });
  }

  @Test
  void twoThousandPeopleAndFortyRulesTakeNoTimeWorthMentioning() {
    RandomScheme chance = new RandomScheme(new Random(7));
    ScriptedFacts facts = chance.facts(2000);
    List<Rule> rules = chance.rules(40);
    engine.settle(rules, NOV, null, chance.facts(200));
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    long start = clock.getCurrentThreadCpuTime();

    Outcome outcome = engine.settle(rules, NOV, null, facts);

    assertThat(outcome.lines()).hasSizeGreaterThan(1000);
    // CPU time, mostly of the cold compiler: warm it is below 0.2 s.
    assertThat(Duration.ofNanos(clock.getCurrentThreadCpuTime() - start))
        .isLessThan(Duration.ofSeconds(2));
  }

  private BigDecimal shortfall(Rule rule, String goal, BigDecimal value) {
    ScriptedFacts facts =
        new ScriptedFacts()
            .member("m1", "销售")
            .goal("m1", "签单", NOV, goal)
            .value("m1", "签单", NOV, value.toString());
    return engine.settle(List.of(rule), NOV, null, facts).lines().stream()
        .map(line -> Objects.requireNonNull(line.amount()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static long decided(Outcome outcome, Rule rule) {
    return outcome.lines().stream()
        .filter(line -> line.ruleId().equals(rule.id()) && line.open() == null)
        .count();
  }

  /** Who is named at this end of each list. */
  private static Map<Object, Set<String>> named(
      List<Rule> rules, Outcome outcome, Class<? extends Selection> end) {
    Map<Object, Set<String>> named = new LinkedHashMap<>();
    for (Rule rule : rules) {
      // Shares of a unit's award name its members, who stand on no list themselves.
      if (end.isInstance(rule.selection()) && rule.sharing() == null) {
        named
            .computeIfAbsent(list(rule), key -> new HashSet<>())
            .addAll(
                outcome.lines().stream()
                    .filter(line -> line.ruleId().equals(rule.id()))
                    .map(Line::subjectId)
                    .collect(Collectors.toSet()));
      }
    }
    return named;
  }

  private static Object list(Rule rule) {
    record Ends(Measure by, Audience audience) {}
    return rule.selection() instanceof Selection.Best best
        ? new Ends(best.by(), rule.audience())
        : new Ends(((Selection.Last) rule.selection()).by(), rule.audience());
  }

  private static BigDecimal paid(Outcome outcome) {
    return rewards(outcome).stream()
        .map(Line::amount)
        .filter(Objects::nonNull)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Each pool once, as the question to the person names it. */
  private static BigDecimal pools(Outcome outcome) {
    Map<String, BigDecimal> pools = new HashMap<>();
    for (Line line : rewards(outcome)) {
      Matcher pool = POOL.matcher(line.open() == null ? "" : line.open());
      if (pool.find()) {
        pools.put(line.ruleId() + line.open(), new BigDecimal(pool.group(1)));
      }
    }
    return pools.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static List<Line> rewards(Outcome outcome) {
    return outcome.lines().stream()
        .filter(line -> line.sense() == Rule.Sense.REWARD)
        .filter(line -> line.currency() == Rule.Currency.YUAN)
        .toList();
  }

  private static BigDecimal of(Map<String, BigDecimal> table, Sharings.Share share) {
    return table.get(share.who().position());
  }

  private static Scheme.Cap cap(int amount) {
    return new Scheme.Cap(BigDecimal.valueOf(amount), PeriodType.MONTH);
  }

  private static void each(int cases, IntConsumer check) {
    for (int seed = 1; seed <= cases; seed++) {
      int one = seed;
      try {
        check.accept(one);
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("Seed " + one, e);
      }
    }
  }
}

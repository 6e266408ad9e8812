package io.github.xunbang.incentive.settlement.internal;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.calendar.BusinessDay;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.command.Access;
import io.github.xunbang.incentive.engine.Line;
import io.github.xunbang.incentive.engine.Outcome;
import io.github.xunbang.incentive.rule.Audience;
import io.github.xunbang.incentive.rule.Guard;
import io.github.xunbang.incentive.rule.Payout;
import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.rule.Scheme;
import io.github.xunbang.incentive.rule.Selection;
import io.github.xunbang.incentive.scheme.Schemes;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.storage.EmbeddedTestDatabase;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.data.mongodb.core.MongoTemplate;

/** An organization with one scheme whose rules give what the test says. */
final class SettlementFixture implements AutoCloseable {

  static final Period NOVEMBER = Period.containing(PeriodType.MONTH, LocalDate.of(2026, 11, 1));

  final EmbeddedTestDatabase database = EmbeddedTestDatabase.inMemory();
  final MongoTemplate mongo = database.template();
  final List<Line> lines = new ArrayList<>();
  final Organization organization = organization();
  Instant realTime = Instant.parse("2026-12-01T01:05:00Z");

  private final Rule rule =
      new Rule(
          "R1",
          "少签单",
          Rule.Sense.DEDUCTION,
          Rule.Currency.YUAN,
          PeriodType.MONTH,
          null,
          Audience.EVERYBODY,
          List.of(),
          new Selection.Everyone(),
          new Payout.Fixed(BigDecimal.TEN),
          null,
          null,
          Guard.NONE);

  private final Schemes schemes =
      new Schemes() {
        @Override
        public List<Scheme> all(String organizationId) {
          return List.of(scheme());
        }

        @Override
        public List<Scheme> update(String organizationId, UnaryOperator<List<Scheme>> change) {
          throw new UnsupportedOperationException();
        }
      };

  /** A settler as another instance or another start of the service has it. */
  Settler settler(SettlementRepository settlements) {
    return settler(settlements, () -> {});
  }

  /** The same; {@code whileSettling} runs between reading and writing. */
  Settler settler(SettlementRepository settlements, Runnable whileSettling) {
    BusinessClock clock =
        new BusinessClock(
            new Clock() {
              @Override
              public Instant instant() {
                return realTime;
              }

              @Override
              public java.time.ZoneId getZone() {
                return ZoneOffset.UTC;
              }

              @Override
              public Clock withZone(java.time.ZoneId zone) {
                return this;
              }
            });
    return new Settler(
        schemes,
        (of, rules, period) -> null,
        (rules, period, cap, facts) -> {
          List<Line> now = List.copyOf(lines);
          whileSettling.run();
          return new Outcome(now, List.of());
        },
        new SettlementStore(
            settlements, new AwardRepository(mongo), new AwardNumbersRepository(mongo), clock));
  }

  SettlementRepository settlements() {
    return new SettlementRepository(mongo);
  }

  MongoAwards awards() {
    return new MongoAwards(settlements(), new AwardRepository(mongo), schemes);
  }

  /** How many lines are stored, visible or not. */
  long stored() {
    return mongo.estimatedCount(AwardDocument.class);
  }

  /** The rule gives this amount to the member of this number. */
  void gives(int member, String amount) {
    lines.removeIf(line -> line.subjectId().equals("m" + member));
    lines.add(
        new Line(
            "R1",
            "m" + member,
            Rule.Sense.DEDUCTION,
            Rule.Currency.YUAN,
            new BigDecimal(amount),
            "",
            List.of("签单：目标20单"),
            null));
  }

  /** The rule says this, or leaves it open, about the member of this number. */
  void says(int member, String words, @org.jspecify.annotations.Nullable String open) {
    lines.removeIf(line -> line.subjectId().equals("m" + member));
    lines.add(
        new Line(
            "R1",
            "m" + member,
            Rule.Sense.DEDUCTION,
            Rule.Currency.YUAN,
            null,
            words,
            List.of("签单：目标20单"),
            open));
  }

  private Scheme scheme() {
    return new Scheme(
        "o1",
        "F1",
        "电销",
        "m1",
        null,
        7,
        List.of(
            new Scheme.Version(
                1,
                Scheme.State.IN_FORCE,
                LocalDate.of(2026, 11, 1),
                List.of(rule),
                "m1",
                Instant.EPOCH,
                null)));
  }

  private static Organization organization() {
    List<Member> members = new ArrayList<>();
    for (int number = 1; number <= 5; number++) {
      members.add(
          new Member(
              "m" + number,
              "员工" + number,
              number == 1 ? Access.MANAGER : Access.MEMBER,
              null,
              null,
              List.of(),
              LocalDate.of(2026, 1, 1),
              null));
    }
    return new Organization(
        "o1", "团队", BusinessDay.DEFAULT, Map.of(), true, List.of(), members, Instant.EPOCH);
  }

  @Override
  public void close() {
    database.close();
  }
}

package io.github.xunbang.metric.internal;

import io.github.xunbang.calendar.BusinessDay;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.command.Access;
import io.github.xunbang.metric.Formula;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.Metric.Direction;
import io.github.xunbang.metric.Metric.Kind;
import io.github.xunbang.metric.Metric.RollUp;
import io.github.xunbang.metric.Metric.Source;
import io.github.xunbang.metric.Metric.UnitValue;
import io.github.xunbang.organization.Assignment;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.Structure;
import io.github.xunbang.organization.Unit;
import io.github.xunbang.organization.UnitTree;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A made-up organization with a tree, people who move, metrics of every kind, and figures. */
final class RandomTeam {

  static final LocalDate FIRST = LocalDate.of(2027, 12, 1);
  static final int DAYS = 100;

  final Random random;
  final List<Unit> units = new ArrayList<>();
  final List<Member> members = new ArrayList<>();
  final List<Metric> metrics = new ArrayList<>();

  /** By subject, day and metric. */
  final Map<String, TreeMap<LocalDate, Map<String, BigDecimal>>> values = new TreeMap<>();

  RandomTeam(long seed) {
    random = new Random(seed);
    for (int i = 1; i <= 3 + random.nextInt(5); i++) {
      String parent = units.isEmpty() || random.nextInt(3) == 0 ? null : any(units).id();
      LocalDate until = random.nextInt(4) == 0 ? day() : null;
      units.add(new Unit("u" + i, "店" + i, "门店", parent, List.of(), FIRST, until));
    }
    for (int i = 1; i <= 4 + random.nextInt(6); i++) {
      members.add(member("m" + i));
    }
    for (RollUp rollUp : RollUp.values()) {
      for (UnitValue unitValue : UnitValue.values()) {
        Kind kind = random.nextBoolean() || rollUp == RollUp.SUM ? Kind.AMOUNT : Kind.RATIO;
        metrics.add(metric("k" + (metrics.size() + 1), kind, rollUp, unitValue, null));
      }
    }
    metrics.add(derived(new Formula.Ratio("k1", "k3"), Direction.HIGHER));
    metrics.add(derived(new Formula.Ratio("k2", "k6"), Direction.LOWER));
    metrics.add(
        derived(
            new Formula.Weighted(
                List.of(
                    new Formula.Term("k1", new BigDecimal("0.5")),
                    new Formula.Term("k12", new BigDecimal(-3)))),
            Direction.HIGHER));
  }

  Organization organization() {
    return new Organization(
        LedgerPostings.ORG,
        "团队",
        BusinessDay.DEFAULT,
        Map.of(),
        true,
        List.of(),
        members,
        new Structure(new UnitTree(units), List.of(), List.of(), List.of()),
        Instant.EPOCH);
  }

  /** Some days of figures for everybody and every unit. */
  void report(MongoLedger ledger) {
    List<String> subjects = new ArrayList<>();
    members.forEach(member -> subjects.add(member.id()));
    units.forEach(unit -> subjects.add(unit.id()));
    for (int i = 0; i < 150; i++) {
      String subject = any(subjects);
      LocalDate day = day();
      String metric = "k" + (1 + random.nextInt(12));
      String value = Integer.toString(random.nextInt(9));
      ledger.post(
          LedgerPostings.posting(
              "r" + i,
              LedgerPostings.change(subject, day.toString(), LedgerPostings.set(metric, value))),
          io.github.xunbang.metric.PostingCheck.NONE);
      values
          .computeIfAbsent(subject, none -> new TreeMap<>())
          .computeIfAbsent(day, none -> new TreeMap<>())
          .put(metric, new BigDecimal(value));
    }
  }

  Period period() {
    PeriodType[] types = PeriodType.values();
    PeriodType type = types[random.nextInt(types.length)];
    LocalDate start = day();
    return type == PeriodType.CAMPAIGN
        ? new Period(type, start, start.plusDays(random.nextInt(90)))
        : Period.containing(type, start);
  }

  LocalDate day() {
    return FIRST.plusDays(random.nextInt(DAYS));
  }

  private Member member(String id) {
    List<Assignment> assignments = new ArrayList<>();
    LocalDate since = FIRST;
    for (int i = 0; i <= random.nextInt(3); i++) {
      String home = random.nextInt(6) == 0 ? null : any(units).id();
      assignments.add(new Assignment(since, null, home));
      since = since.plusDays(1 + random.nextInt(50));
    }
    boolean guest = random.nextInt(5) == 0;
    return new Member(id, "人" + id, Access.MEMBER, assignments, guest, List.of(), FIRST, null);
  }

  private Metric derived(Formula formula, Direction direction) {
    Metric plain =
        metric("k" + (metrics.size() + 1), Kind.RATIO, RollUp.SUM, UnitValue.BOTH, formula);
    MetricDraft draft = MetricDraft.of(plain);
    draft.direction = direction;
    return draft.metric();
  }

  private static Metric metric(
      String id, Kind kind, RollUp rollUp, UnitValue unitValue, Formula formula) {
    return new Metric(
        id,
        id,
        List.of(),
        "元",
        kind,
        rollUp,
        null,
        null,
        "",
        formula == null ? Source.REPORT : Source.DERIVED,
        true,
        Direction.HIGHER,
        formula,
        List.of(),
        unitValue);
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}

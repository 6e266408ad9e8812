package io.github.xunbang.incentive.oracle;

import io.github.xunbang.incentive.oracle.World.Fact;
import io.github.xunbang.incentive.oracle.World.Lines;
import io.github.xunbang.incentive.oracle.World.Paid;
import io.github.xunbang.incentive.oracle.World.Person;
import io.github.xunbang.incentive.oracle.World.Sale;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Settles one month of one world, slowly. The result says for each rule and subject an amount with
 * two decimals, {@code open} where a person must decide, or {@code words}; people are {@code p3},
 * units {@code u1}.
 */
final class Oracle {

  static final String OPEN = "open";
  static final String WORDS = "words";

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal ZERO = BigDecimal.ZERO;

  private final World world;
  private final YearMonth month;
  private final LocalDate last;
  private final Map<String, String> result = new TreeMap<>();
  private final Map<Integer, List<Fact>> factsOf;
  private final Map<List<Object>, BigDecimal> dayValues = new HashMap<>();

  private Oracle(World world, YearMonth month) {
    this.factsOf = world.facts().stream().collect(Collectors.groupingBy(Fact::person));
    this.world = world;
    this.month = month;
    this.last = month.atEndOfMonth();
  }

  static Map<String, String> settle(World world, List<Written> rules, YearMonth month) {
    Oracle oracle = new Oracle(world, month);
    for (int i = 0; i < rules.size(); i++) {
      oracle.settle("R" + (i + 1), rules.get(i));
    }
    return oracle.result;
  }

  private void settle(String id, Written rule) {
    if (rule instanceof Written.Shortfall one) {
      judged().forEach(person -> shortfall(id, one, person));
    } else if (rule instanceof Written.Gate one) {
      judged().forEach(person -> gate(id, one, person));
    } else if (rule instanceof Written.Best one) {
      best(id, one.metric(), one.amounts());
    } else if (rule instanceof Written.BestAndLast one) {
      int chosen = best(id, one.metric(), one.amounts());
      lasts(id, one, chosen);
    } else if (rule instanceof Written.Race one) {
      race(id, one);
    } else if (rule instanceof Written.Nothing one) {
      judged().stream()
          .filter(person -> throughout(person, one.months()))
          .filter(person -> inARow(one.months(), m -> value(person, one.metric(), m).signum() <= 0))
          .forEach(person -> words(id, person));
    } else if (rule instanceof Written.BelowQuota one) {
      judged().stream()
          .filter(person -> throughout(person, one.months()))
          .filter(
              person ->
                  inARow(
                      one.months(),
                      m -> {
                        BigDecimal quota = quota(person, one.metric());
                        return quota != null && value(person, one.metric(), m).compareTo(quota) < 0;
                      }))
          .forEach(person -> words(id, person));
    } else if (rule instanceof Written.Missed one) {
      judged().forEach(p -> pay(id, p, one.each().multiply(BigDecimal.valueOf(missed(p)))));
    } else if (rule instanceof Written.Late one) {
      judged().forEach(p -> pay(id, p, one.each().multiply(BigDecimal.valueOf(late(p)))));
    } else {
      settleOfUnits(id, rule);
    }
  }

  private void settleOfUnits(String id, Written rule) {
    if (rule instanceof Written.BestUnit one) {
      bestUnit(id, one);
    } else if (rule instanceof Written.OwnShare one) {
      judged().forEach(person -> ownShare(id, one, person));
    } else if (rule instanceof Written.TimesUnit one) {
      judged().forEach(person -> timesUnit(id, one, person));
    } else if (rule instanceof Written.Steps one) {
      judged().forEach(person -> steps(id, one, person));
    } else if (rule instanceof Written.UnitReached one) {
      judged().forEach(person -> unitReached(id, one, person));
    } else {
      throw new IllegalArgumentException("No oracle for " + rule);
    }
  }

  private void shortfall(String id, Written.Shortfall rule, Person person) {
    BigDecimal quota = quota(person, rule.metric());
    if (!person.job().equals(rule.job()) || quota == null) {
      return;
    }
    BigDecimal done = value(person, rule.metric(), month);
    BigDecimal lacking = quota.subtract(done);
    if (lacking.signum() <= 0) {
      return;
    }
    if (rule.low() == null || rule.high() == null) {
      pay(id, person, lacking.multiply(rule.each()));
      return;
    }
    boolean inside = done.compareTo(rule.low()) >= 0 && done.compareTo(rule.high()) <= 0;
    boolean justBelow =
        done.compareTo(rule.low()) < 0 && done.compareTo(rule.low().subtract(BigDecimal.ONE)) > 0;
    boolean justAbove =
        done.compareTo(rule.high()) > 0 && done.compareTo(rule.high().add(BigDecimal.ONE)) < 0;
    if (inside) {
      pay(id, person, lacking.multiply(rule.each()));
    } else if (justBelow || justAbove) {
      result.put(key(id, person), OPEN);
    }
  }

  private void gate(String id, Written.Gate rule, Person person) {
    if (value(person, rule.metric(), month).compareTo(rule.least()) >= 0) {
      BigDecimal money = value(person, rule.money(), month);
      pay(id, person, money.multiply(rule.percent()).divide(HUNDRED));
    }
  }

  /** Pays the best; returns how many were chosen, decided or open. */
  private int best(String id, String metric, List<BigDecimal> amounts) {
    List<Person> ranked =
        new ArrayList<>(
            judged().stream().filter(p -> value(p, metric, month).signum() > 0).toList());
    ranked.sort(Comparator.comparing((Person p) -> value(p, metric, month)).reversed());
    return places(id, ranked, p -> value(p, metric, month), amounts, Oracle::name);
  }

  private <T, K> int places(
      String id,
      List<T> ranked,
      Function<T, K> worth,
      List<BigDecimal> amounts,
      Function<T, String> name) {
    int place = 0;
    while (place < ranked.size() && place < amounts.size()) {
      List<T> level = new ArrayList<>();
      K value = worth.apply(ranked.get(place));
      for (T one : ranked) {
        if (worth.apply(one).equals(value)) {
          level.add(one);
        }
      }
      if (place + level.size() > amounts.size()) {
        level.forEach(one -> result.put(id + "|" + name.apply(one), OPEN));
      } else {
        share(id, level.stream().map(name).toList(), amounts, place);
      }
      place += level.size();
    }
    return place;
  }

  private void share(String id, List<String> level, List<BigDecimal> amounts, int place) {
    BigDecimal pool = ZERO;
    for (int i = 0; i < level.size(); i++) {
      pool = pool.add(amounts.get(place + i));
    }
    BigDecimal each = pool.divide(BigDecimal.valueOf(level.size()), 2, RoundingMode.DOWN);
    BigDecimal left = pool.subtract(each.multiply(BigDecimal.valueOf(level.size())));
    for (int i = 0; i < level.size(); i++) {
      // The cents left over all go to who joined first.
      put(id + "|" + level.get(i), i == 0 ? each.add(left) : each);
    }
  }

  private void lasts(String id, Written.BestAndLast rule, int chosen) {
    List<Person> ranked = new ArrayList<>(judged());
    ranked.sort(Comparator.comparing(p -> value(p, rule.metric(), month)));
    long different =
        ranked.stream()
            .map(p -> value(p, rule.metric(), month).stripTrailingZeros())
            .distinct()
            .count();
    int most =
        different < 2
            ? 0
            : Math.min(rule.last(), Math.min(ranked.size() / 2, ranked.size() - chosen));
    int place = 0;
    while (place < most) {
      BigDecimal value = value(ranked.get(place), rule.metric(), month);
      List<Person> level =
          ranked.stream()
              .filter(p -> value(p, rule.metric(), month).compareTo(value) == 0)
              .toList();
      String text = place + level.size() > most ? OPEN : WORDS;
      level.forEach(person -> result.put(key(id + "b", person), text));
      place += level.size();
    }
  }

  private void race(String id, Written.Race rule) {
    Map<Person, LocalDateTime> there = new TreeMap<>(Comparator.comparing(Person::number));
    Map<Person, LocalDateTime> near = new TreeMap<>(Comparator.comparing(Person::number));
    for (Person person : judged()) {
      LocalDateTime at = reached(person, rule.metric(), rule.line());
      if (at != null) {
        there.put(person, at);
      } else if (rule.fallback() != null) {
        LocalDateTime later = reached(person, rule.metric(), rule.fallback());
        if (later != null) {
          near.put(person, later);
        }
      }
    }
    List<Person> first = new ArrayList<>(there.keySet());
    first.sort(Comparator.comparing(there::get));
    int taken = places(id, first, there::get, rule.amounts(), Oracle::name);
    if (taken < rule.amounts().size()) {
      List<Person> second = new ArrayList<>(near.keySet());
      second.sort(Comparator.comparing(near::get));
      places(
          id,
          second,
          near::get,
          rule.amounts().subList(taken, rule.amounts().size()),
          Oracle::name);
    }
  }

  private @Nullable LocalDateTime reached(Person person, String metric, BigDecimal line) {
    Map<LocalDate, BigDecimal> days = new TreeMap<>();
    LocalDateTime since = null;
    for (Fact fact : world.facts()) {
      boolean counts =
          fact.person() == person.number()
              && YearMonth.from(fact.day()).equals(month)
              && fact.values().containsKey(metric);
      if (counts) {
        days.put(fact.day(), fact.values().get(metric));
        BigDecimal total = days.values().stream().reduce(ZERO, BigDecimal::add);
        if (total.compareTo(line) < 0) {
          since = null;
        } else if (since == null) {
          since = fact.at();
        }
      }
    }
    return since;
  }

  private void bestUnit(String id, Written.BestUnit rule) {
    List<Integer> ranked = new ArrayList<>();
    for (int unit = 0; unit < world.units(); unit++) {
      if (unitValue(unit, rule.metric()).signum() > 0) {
        ranked.add(unit);
      }
    }
    ranked.sort(Comparator.comparing((Integer unit) -> unitValue(unit, rule.metric())).reversed());
    if (ranked.isEmpty()) {
      return;
    }
    BigDecimal top = unitValue(ranked.get(0), rule.metric());
    List<Integer> level =
        ranked.stream().filter(u -> unitValue(u, rule.metric()).compareTo(top) == 0).toList();
    if (level.size() > 1) {
      level.forEach(unit -> result.put(id + "|u" + unit, OPEN));
      return;
    }
    List<Person> team =
        world.people().stream()
            .filter(person -> person.thereOn(last) && person.unitOn(last) == level.get(0))
            .toList();
    BigDecimal sum = team.stream().map(p -> coefficient(rule, p)).reduce(ZERO, BigDecimal::add);
    BigDecimal left = rule.amount();
    Map<Person, BigDecimal> parts = new TreeMap<>(Comparator.comparing(Person::number));
    for (Person person : team) {
      BigDecimal part =
          rule.amount().multiply(coefficient(rule, person)).divide(sum, 2, RoundingMode.DOWN);
      parts.put(person, part);
      left = left.subtract(part);
    }
    Person greatest = null;
    for (Person person : team) {
      if (greatest == null || parts.get(person).compareTo(parts.get(greatest)) > 0) {
        greatest = person;
      }
    }
    if (greatest != null) {
      parts.put(greatest, parts.get(greatest).add(left));
    }
    parts.forEach((person, part) -> pay(id, person, part));
  }

  private static BigDecimal coefficient(Written.BestUnit rule, Person person) {
    return rule.coefficients().get(person.job());
  }

  private void ownShare(String id, Written.OwnShare rule, Person person) {
    BigDecimal unit = unitValue(home(person), rule.metric());
    BigDecimal own = value(person, rule.metric(), month);
    if (unit.signum() > 0 && own.multiply(HUNDRED).compareTo(rule.percent().multiply(unit)) >= 0) {
      pay(id, person, rule.amount());
    }
  }

  private void timesUnit(String id, Written.TimesUnit rule, Person person) {
    if (value(person, rule.metric(), month).compareTo(rule.least()) < 0) {
      return;
    }
    Lines goal = world.unitGoals().get(home(person));
    BigDecimal amount = rule.amount();
    if (goal != null) {
      BigDecimal reached =
          unitValue(home(person), rule.unitMetric()).divide(goal.base(), 20, RoundingMode.HALF_UP);
      amount = amount.multiply(reached.max(rule.lowest()).min(rule.highest()));
    }
    pay(id, person, amount);
  }

  private void steps(String id, Written.Steps rule, Person person) {
    BigDecimal quota = quota(person, rule.metric());
    if (quota == null) {
      return;
    }
    BigDecimal done = value(person, rule.metric(), month).multiply(HUNDRED);
    BigDecimal amount = ZERO;
    for (Written.Step step : rule.steps()) {
      if (done.compareTo(step.percent().multiply(quota)) >= 0) {
        amount = step.amount();
      }
    }
    pay(id, person, amount);
  }

  private void unitReached(String id, Written.UnitReached rule, Person person) {
    Lines goal = world.unitGoals().get(home(person));
    boolean reached =
        goal != null && unitValue(home(person), rule.unitMetric()).compareTo(goal.base()) >= 0;
    if (reached && value(person, rule.metric(), month).compareTo(rule.least()) >= 0) {
      pay(id, person, rule.amount());
    }
  }

  /** Who was there on the month's last day or left within the month. */
  private List<Person> judged() {
    return world.people().stream()
        .filter(person -> !person.since().isAfter(last))
        .filter(person -> person.until() == null || !person.until().isBefore(month.atDay(1)))
        .toList();
  }

  private boolean throughout(Person person, int months) {
    return !person.since().isAfter(month.minusMonths(months - 1L).atDay(1));
  }

  private boolean inARow(int months, java.util.function.Predicate<YearMonth> holds) {
    for (int back = 0; back < months; back++) {
      if (!holds.test(month.minusMonths(back))) {
        return false;
      }
    }
    return true;
  }

  private int home(Person person) {
    boolean left = person.until() != null && person.until().isBefore(last);
    return person.unitOn(left ? person.until() : last);
  }

  private @Nullable BigDecimal quota(Person person, String metric) {
    return world.quotas().get(person.job()).get(metric);
  }

  private BigDecimal value(Person person, String metric, YearMonth of) {
    BigDecimal sum = ZERO;
    for (LocalDate day = of.atDay(1); !day.isAfter(of.atEndOfMonth()); day = day.plusDays(1)) {
      sum = sum.add(dayValue(person, metric, day));
    }
    // Equal numbers must be equal objects where places are compared.
    return sum.signum() == 0 ? ZERO : sum.stripTrailingZeros();
  }

  private BigDecimal unitValue(int unit, String metric) {
    BigDecimal sum = ZERO;
    for (Person person : world.people()) {
      for (LocalDate day = month.atDay(1); !day.isAfter(last); day = day.plusDays(1)) {
        if (person.unitOn(day) == unit) {
          sum = sum.add(dayValue(person, metric, day));
        }
      }
    }
    return sum.signum() == 0 ? ZERO : sum.stripTrailingZeros();
  }

  private BigDecimal dayValue(Person person, String metric, LocalDate day) {
    return dayValues.computeIfAbsent(
        List.of(person.number(), metric, day), none -> counted(person, metric, day));
  }

  private BigDecimal counted(Person person, String metric, LocalDate day) {
    BigDecimal value = ZERO;
    for (Fact fact : factsOf.getOrDefault(person.number(), List.of())) {
      if (fact.day().equals(day) && fact.values().containsKey(metric)) {
        value = fact.values().get(metric);
      }
    }
    return value.add(sold(person, metric, day));
  }

  /** A deal counts on the day on which all its money is there, money on its own day. */
  private BigDecimal sold(Person person, String metric, LocalDate day) {
    BigDecimal sum = ZERO;
    for (Sale sale : world.deals()) {
      BigDecimal part = part(sale, person);
      BigDecimal before = ZERO;
      for (Paid paid : part.signum() > 0 ? sale.payments() : List.<Paid>of()) {
        BigDecimal after = before.add(paid.amount());
        boolean full = before.compareTo(sale.amount()) < 0 && after.compareTo(sale.amount()) >= 0;
        BigDecimal worth = ZERO;
        if (metric.equals(RandomWorld.PAID)) {
          worth = paid.amount().multiply(part);
        } else if (full && metric.equals(RandomWorld.DEALS)) {
          worth = part;
        }
        sum = sum.add(paid.day().equals(day) ? worth : ZERO);
        sum = sum.subtract(day.equals(takenBackOn(sale, paid)) ? worth : ZERO);
        before = after;
      }
    }
    return sum;
  }

  /** On its own day while its month is open, else on the day on which the deal was taken back. */
  private static @Nullable LocalDate takenBackOn(Sale sale, Paid paid) {
    if (sale.cancelledOn() == null) {
      return null;
    }
    boolean sameMonth = YearMonth.from(paid.day()).equals(YearMonth.from(sale.cancelledOn()));
    return sameMonth ? paid.day() : sale.cancelledOn();
  }

  private static BigDecimal part(Sale sale, Person person) {
    boolean owner = sale.owner() == person.number();
    boolean partner = sale.partner() != null && sale.partner() == person.number();
    if (!owner && !partner) {
      return ZERO;
    }
    return sale.partner() == null ? BigDecimal.ONE : new BigDecimal("0.5");
  }

  private int missed(Person person) {
    int missed = 0;
    for (LocalDate day = month.atDay(1); !day.isAfter(last); day = day.plusDays(1)) {
      if (person.thereOn(day) && !off(person, day) && first(person, day) == null) {
        missed++;
      }
    }
    return missed;
  }

  private int late(Person person) {
    int late = 0;
    for (LocalDate day = month.atDay(1); !day.isAfter(last); day = day.plusDays(1)) {
      LocalDateTime first = first(person, day);
      if (first != null && !off(person, day) && !first.isBefore(day.plusDays(1).atTime(4, 0))) {
        late++;
      }
    }
    return late;
  }

  private boolean off(Person person, LocalDate day) {
    return world.leave().getOrDefault(person.number(), java.util.Set.of()).contains(day);
  }

  private @Nullable LocalDateTime first(Person person, LocalDate day) {
    for (Fact fact : world.facts()) {
      if (fact.person() == person.number() && fact.day().equals(day)) {
        return fact.at();
      }
    }
    return null;
  }

  private void words(String id, Person person) {
    result.put(key(id, person), WORDS);
  }

  private void pay(String id, Person person, BigDecimal amount) {
    if (amount.signum() > 0) {
      put(key(id, person), amount);
    }
  }

  private void put(String key, BigDecimal amount) {
    result.put(key, amount.setScale(2, RoundingMode.HALF_UP).toPlainString());
  }

  private static String key(String id, Person person) {
    return id + "|" + name(person);
  }

  private static String name(Person person) {
    return "p" + person.number();
  }
}

package io.github.xunbang.incentive.oracle;

import io.github.xunbang.incentive.oracle.World.Fact;
import io.github.xunbang.incentive.oracle.World.Lines;
import io.github.xunbang.incentive.oracle.World.Paid;
import io.github.xunbang.incentive.oracle.World.Person;
import io.github.xunbang.incentive.oracle.World.Sale;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes worlds with few small numbers, so that ties, bands and lines are hit often. */
final class RandomWorld {

  static final String TELESALES = "电话营销员";
  static final String FIELD = "业务员";
  static final String LEADS = "意向客户";
  static final String DEALS = "签单";
  static final String SALES = "业绩";
  static final String PAID = "回款";

  private final Random random;
  private final boolean withDeals;
  private final boolean longWay;
  private final List<Person> people = new ArrayList<>();
  private final List<Fact> facts = new ArrayList<>();
  private final Map<Integer, Set<LocalDate>> leave = new HashMap<>();
  private int units;

  private RandomWorld(long seed) {
    random = new Random(seed);
    withDeals = random.nextInt(5) == 0;
    longWay = random.nextInt(4) == 0;
  }

  static World of(long seed) {
    return new RandomWorld(seed).make();
  }

  private World make() {
    units = 1 + random.nextInt(3);
    int count = 3 + random.nextInt(5);
    List<LocalDate> joined = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean late = i > 1 && random.nextInt(6) == 0;
      joined.add(World.FIRST.atDay(1).plusDays(late ? random.nextInt(200) : 0));
    }
    joined.sort(Comparator.naturalOrder());
    for (int i = 0; i < count; i++) {
      people.add(person(i, joined.get(i)));
    }
    people.forEach(this::report);
    facts.sort(Comparator.comparing(Fact::at).thenComparing(Fact::person));
    return new World(
        people, units, facts, withDeals ? sales() : List.of(), leave, quotas(), unitGoals());
  }

  private Person person(int number, LocalDate since) {
    boolean leaves = number > 1 && random.nextInt(8) == 0;
    boolean moves = number > 0 && units > 1 && random.nextInt(5) == 0;
    int unit = random.nextInt(units);
    return new Person(
        number,
        random.nextInt(3) == 0 ? FIELD : TELESALES,
        unit,
        moves ? since.plusDays(20 + random.nextInt(300)) : null,
        (unit + 1) % units,
        since,
        leaves ? since.plusDays(60 + random.nextInt(300)) : null);
  }

  private void report(Person person) {
    boolean idle = random.nextInt(6) == 0;
    for (YearMonth month : World.months()) {
      Set<LocalDate> days = new TreeSet<>();
      for (int i = 3 + random.nextInt(4); i > 0; i--) {
        days.add(month.atDay(1 + random.nextInt(month.lengthOfMonth())));
      }
      days.removeIf(day -> !person.thereOn(day));
      days.forEach(day -> reportOf(person, day, idle));
      takeLeave(person, month);
    }
  }

  private void takeLeave(Person person, YearMonth month) {
    if (person.number() > 0 && random.nextInt(6) == 0) {
      LocalDate from = month.atDay(1 + random.nextInt(20));
      LocalDate to = from.plusDays(random.nextInt(4));
      if (person.thereOn(from) && person.thereOn(to)) {
        from.datesUntil(to.plusDays(1))
            .forEach(
                day -> leave.computeIfAbsent(person.number(), none -> new TreeSet<>()).add(day));
      }
    }
  }

  private void reportOf(Person person, LocalDate day, boolean idle) {
    boolean late = random.nextInt(7) == 0;
    // Every tenth minute, so that two people sometimes get there in the same instant.
    LocalDateTime at =
        late
            ? day.plusDays(1).atTime(9 + random.nextInt(3), 10 * random.nextInt(6))
            : day.atTime(18 + random.nextInt(3), 10 * random.nextInt(6));
    facts.add(new Fact(person.number(), day, at, false, values(idle)));
    if (random.nextInt(6) == 0) {
      LocalDateTime later = at.plusHours(1 + random.nextInt(60)).plusMinutes(5);
      facts.add(new Fact(person.number(), day, later, true, values(idle)));
    }
  }

  private Map<String, BigDecimal> values(boolean idle) {
    Map<String, BigDecimal> values = new TreeMap<>();
    values.put(LEADS, BigDecimal.valueOf(random.nextInt(12)));
    if (!withDeals) {
      values.put(DEALS, idle ? BigDecimal.ZERO : BigDecimal.valueOf(random.nextInt(9) * 5L, 1));
    }
    if (random.nextInt(4) > 0) {
      values.put(SALES, BigDecimal.valueOf(random.nextInt(8) * 500L));
    }
    return values;
  }

  private List<Sale> sales() {
    List<Sale> sales = new ArrayList<>();
    List<Person> staying =
        people.stream()
            .filter(person -> person.until() == null)
            .filter(person -> person.since().equals(World.FIRST.atDay(1)))
            .toList();
    for (int i = 6 + random.nextInt(6); i > 0; i--) {
      sales.add(sale(staying));
    }
    sales.sort(Comparator.comparing(Sale::signedOn));
    return sales;
  }

  private Sale sale(List<Person> staying) {
    Person owner = staying.get(random.nextInt(staying.size()));
    Person other = staying.get(random.nextInt(staying.size()));
    LocalDate signed = World.FIRST.atDay(3).plusDays(random.nextInt(400));
    BigDecimal amount = BigDecimal.valueOf(2_000L * (1 + random.nextInt(20)));
    List<Paid> payments = new ArrayList<>();
    LocalDate paid = signed.plusDays(random.nextInt(20));
    switch (random.nextInt(4)) {
      case 0 -> {}
      case 1 -> payments.add(new Paid(paid, amount.divide(BigDecimal.valueOf(2))));
      case 2 -> payments.add(new Paid(paid, amount));
      default -> {
        payments.add(new Paid(paid, amount.divide(BigDecimal.valueOf(4))));
        payments.add(
            new Paid(
                paid.plusDays(1 + random.nextInt(20)),
                amount.multiply(BigDecimal.valueOf(75, 2)).stripTrailingZeros()));
      }
    }
    return new Sale(
        owner.number(),
        other.number() == owner.number() || random.nextBoolean() ? null : other.number(),
        signed,
        amount,
        payments,
        random.nextInt(5) == 0 ? takenBack(signed, payments) : null);
  }

  /** In the month of the only payment, or months later, when that month has been settled. */
  private LocalDate takenBack(LocalDate signed, List<Paid> payments) {
    if (longWay) {
      return signed.plusDays(45);
    }
    if (payments.size() > 1) {
      payments.remove(1);
    }
    LocalDate day = payments.isEmpty() ? signed : payments.get(0).day();
    return YearMonth.from(day).atEndOfMonth();
  }

  private Map<String, Map<String, BigDecimal>> quotas() {
    return Map.of(
        TELESALES,
        Map.of(LEADS, number(20 + random.nextInt(20)), DEALS, number(4 + random.nextInt(8))),
        FIELD,
        Map.of(DEALS, number(6 + random.nextInt(8))));
  }

  private Map<Integer, Lines> unitGoals() {
    Map<Integer, Lines> goals = new TreeMap<>();
    for (int unit = 0; unit < units; unit++) {
      if (random.nextInt(4) > 0) {
        int base = 5_000 + 1_000 * random.nextInt(10);
        goals.put(unit, new Lines(number(base), number(base + 4_000)));
      }
    }
    return goals;
  }

  private static BigDecimal number(int value) {
    return BigDecimal.valueOf(value);
  }
}

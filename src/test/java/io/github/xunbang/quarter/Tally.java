package io.github.xunbang.quarter;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts what was said by an instant, in plain loops, and writes figures as people read them. */
final class Tally {

  static final List<String> METRICS =
      List.of(Script.LEADS, Script.CONTACTS, Script.DEALS, Script.MONEY);

  private final Script script;
  private final Map<String, Map<LocalDate, List<Script.Fact>>> facts = new HashMap<>();

  Tally(Script script) {
    this.script = script;
    for (Script.Fact fact : script.facts) {
      facts
          .computeIfAbsent(fact.name(), none -> new TreeMap<>())
          .computeIfAbsent(fact.day(), none -> new ArrayList<>())
          .add(fact);
    }
  }

  /** What one has of each metric on a day. */
  Map<String, Long> day(String name, LocalDate day, LocalDateTime asOf) {
    Map<String, Long> values = new LinkedHashMap<>();
    for (Script.Fact fact : facts.getOrDefault(name, Map.of()).getOrDefault(day, List.of())) {
      if (!fact.at().isAfter(asOf)) {
        values.merge(fact.metric(), fact.value(), Long::sum);
      }
    }
    return values;
  }

  /** The same of several people and days, in display order; what nobody has is absent. */
  Map<String, Long> sums(
      Collection<String> names, LocalDate first, LocalDate last, LocalDateTime asOf) {
    Map<String, Long> all = new HashMap<>();
    for (String name : names) {
      for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
        day(name, day, asOf).forEach((metric, value) -> all.merge(metric, value, Long::sum));
      }
    }
    Map<String, Long> ordered = new LinkedHashMap<>();
    METRICS.stream()
        .filter(all::containsKey)
        .forEach(metric -> ordered.put(metric, all.get(metric)));
    return ordered;
  }

  boolean reported(String name, LocalDate day, LocalDateTime asOf) {
    return facts.getOrDefault(name, Map.of()).getOrDefault(day, List.of()).stream()
        .anyMatch(fact -> fact.isReport() && !fact.at().isAfter(asOf));
  }

  /**
   * Who should have reported on {@code day} and has not, in order of joining; {@code null}: all.
   */
  List<String> missing(@Nullable String unit, LocalDate day, LocalDateTime asOf) {
    List<String> missing = new ArrayList<>();
    for (Script.Person one : script.people) {
      if (Script.works(day)
          && one.isThere(day)
          && (unit == null || one.unit().equals(unit))
          && !script.isAway(one.name(), day)
          && !reported(one.name(), day, asOf)) {
        missing.add(one.name());
      }
    }
    return missing;
  }

  /**
   * Whether one is known to be there in the morning; leave typed later than now is not known yet.
   */
  boolean isThere(String name, LocalDate day, LocalDateTime now) {
    Script.Person person = script.person(name);
    boolean leftKnown =
        !person.until().equals(LocalDate.MAX) && !now.isBefore(person.until().atTime(17, 31));
    return (!leftKnown || person.isThere(day))
        && script.absences.stream()
            .filter(one -> !one.first().minusDays(1).atTime(19, 11).isAfter(now))
            .noneMatch(
                one -> one.name().equals(name) && one.covers(day) && !one.part().equals("下午"));
  }

  /** Everybody of a unit, or of all, whether there or gone. */
  List<String> people(@Nullable String unit) {
    return script.people.stream()
        .filter(one -> unit == null || one.unit().equals(unit))
        .map(Script.Person::name)
        .toList();
  }

  /** Workdays of the team. */
  static int workdays(LocalDate first, LocalDate last) {
    int count = 0;
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      count += Script.works(day) ? 1 : 0;
    }
    return count;
  }

  /** Workdays of a person, half days of leave as half. */
  double workdays(String name, LocalDate first, LocalDate last) {
    double count = workdays(first, last);
    for (Script.Absence one : script.absences) {
      for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
        if (one.name().equals(name) && one.covers(day) && Script.works(day)) {
          count -= one.part().isEmpty() ? 1 : 0.5;
        }
      }
    }
    return count;
  }

  /** A place on a board. */
  record Row(String name, long value, int place) {}

  /** Best first, equal ones share a place and stand by day of joining, then name. */
  List<Row> ranked(Map<String, Long> values) {
    List<String> names = new ArrayList<>(values.keySet());
    names.sort(
        Comparator.comparing((String name) -> -values.get(name))
            .thenComparing(name -> since(name))
            .thenComparing(name -> "一二三".indexOf(name.charAt(0)))
            .thenComparing(Comparator.naturalOrder()));
    List<Row> rows = new ArrayList<>();
    for (String name : names) {
      int place = 1;
      for (long other : values.values()) {
        place += other > values.get(name) ? 1 : 0;
      }
      rows.add(new Row(name, values.get(name), place));
    }
    return rows;
  }

  private LocalDate since(String name) {
    return name.endsWith("组") ? Script.FIRST : script.person(name).since();
  }

  /** {@code 24个}, {@code 3.65万}. */
  static String figure(String metric, long value) {
    return switch (metric) {
      case Script.DEALS -> value + "单";
      case Script.MONEY ->
          value == 0 ? "0元" : plain(BigDecimal.valueOf(value).movePointLeft(4)) + "万";
      default -> value + "个";
    };
  }

  static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  /** One decimal; never rounded up to a whole percent. */
  static BigDecimal percent(long actual, long base) {
    BigDecimal hundredfold = BigDecimal.valueOf(actual * 100);
    BigDecimal by = BigDecimal.valueOf(base);
    BigDecimal rounded = hundredfold.divide(by, 1, RoundingMode.HALF_UP);
    return rounded.stripTrailingZeros().scale() <= 0
        ? hundredfold.divide(by, 1, RoundingMode.FLOOR)
        : rounded;
  }

  /** {@code 10月9日(周五)}. */
  static String day(LocalDate day) {
    return shortDay(day) + "(周" + "一二三四五六日".charAt(day.getDayOfWeek().getValue() - 1) + ")";
  }

  static String shortDay(LocalDate day) {
    return day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
  }

  /** The target of a part of a month or of the month, by workdays; 0 for none. */
  long goal(String subject, Span span) {
    for (Script.Aim aim : script.aims) {
      LocalDate first = aim.month().atDay(1);
      LocalDate end = aim.month().atEndOfMonth();
      if (Objects.equals(aim.subject(), subject)
          && !span.first().isBefore(first)
          && !span.last().isAfter(end)) {
        return BigDecimal.valueOf((long) aim.leads() * workdays(span.first(), span.last()))
            .divide(BigDecimal.valueOf(workdays(first, end)), 0, RoundingMode.HALF_UP)
            .longValue();
      }
    }
    return 0;
  }
}

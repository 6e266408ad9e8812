package io.github.xunbang.incentive.engine;

import io.github.xunbang.calendar.Period;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Facts written down by a test. What was not written is absent, counts are 0. A metric first named
 * with {@link #metric} or used in a value adds up and more of it is better.
 */
public final class ScriptedFacts implements Facts {

  /** When people and units were there from, unless a test says otherwise. */
  public static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

  private ZoneId zone = ZoneId.of("Asia/Shanghai");

  private record Key(String what, String subjectId, Period period) {}

  private final List<Candidate> members = new ArrayList<>();
  private final List<Candidate> units = new ArrayList<>();
  private final Map<String, MetricFacts> metrics = new HashMap<>();
  private final Map<Key, BigDecimal> numbers = new HashMap<>();
  private final Map<Key, Goals> goals = new HashMap<>();
  private final Map<Key, TreeMap<BigDecimal, Instant>> crossings = new HashMap<>();

  /** A member without unit, there from long ago. */
  public ScriptedFacts member(String id, String position, String... unitIds) {
    return member(id, position, LONG_AGO, false, null, unitIds);
  }

  /** A member; the name is the id with 先生 behind. */
  public ScriptedFacts member(
      String id,
      @Nullable String position,
      LocalDate since,
      boolean probation,
      @Nullable String unitClass,
      String... unitIds) {
    members.add(
        new Candidate(
            id,
            id + "先生",
            false,
            position,
            Arrays.asList(unitIds),
            null,
            unitClass,
            since,
            probation));
    return this;
  }

  /** A unit with those above it. */
  public ScriptedFacts unit(String id, String kind, @Nullable String unitClass, String... above) {
    List<String> path = new ArrayList<>(List.of(id));
    path.addAll(Arrays.asList(above));
    units.add(new Candidate(id, id + "部", true, null, path, kind, unitClass, LONG_AGO, false));
    return this;
  }

  /** A metric whose name is its id. */
  public ScriptedFacts metric(
      String id, String unit, boolean addsUp, boolean lessIsBetter, boolean isAmount) {
    metrics.put(id, new MetricFacts(id, unit, addsUp, lessIsBetter, isAmount));
    return this;
  }

  /** A period's value. */
  public ScriptedFacts value(String subjectId, String metricId, Period period, String value) {
    return number("value " + metricId, subjectId, period, value);
  }

  /** A base target. */
  public ScriptedFacts goal(String subjectId, String metricId, Period period, String base) {
    return goal(subjectId, metricId, period, base, null);
  }

  /** Both target lines. */
  public ScriptedFacts goal(
      String subjectId, String metricId, Period period, String base, @Nullable String stretch) {
    goals.put(
        new Key(metricId, subjectId, period),
        new Goals(new BigDecimal(base), stretch == null ? null : new BigDecimal(stretch)));
    return this;
  }

  /** The value of the units in a member's care. */
  public ScriptedFacts unitsValue(String memberId, String metricId, Period period, String value) {
    return number("units " + metricId, memberId, period, value);
  }

  /**
   * From {@code at} on the running total stayed at or above {@code line}; of a lower line that was
   * not written down, the instant of the next higher one is given.
   */
  public ScriptedFacts reached(
      String subjectId, String metricId, Period period, String line, Instant at) {
    crossings
        .computeIfAbsent(new Key(metricId, subjectId, period), key -> new TreeMap<>())
        .put(new BigDecimal(line), at);
    return this;
  }

  /** Reports that are missing. */
  public ScriptedFacts missing(String memberId, Period period, int count) {
    return number("missing", memberId, period, String.valueOf(count));
  }

  /** Reports that came late. */
  public ScriptedFacts late(String memberId, Period period, int count) {
    return number("late", memberId, period, String.valueOf(count));
  }

  /** Ballots. */
  public ScriptedFacts votes(String memberId, Period period, int count) {
    return number("votes", memberId, period, String.valueOf(count));
  }

  /** A weighted score. */
  public ScriptedFacts score(String memberId, String sheet, Period period, String score) {
    return number("score " + sheet, memberId, period, score);
  }

  /** Where the organization is. */
  public ScriptedFacts in(ZoneId other) {
    zone = other;
    return this;
  }

  /** The same facts with people and units in another order. */
  public ScriptedFacts shuffled(Random random) {
    ScriptedFacts other = new ScriptedFacts();
    other.members.addAll(members);
    other.units.addAll(units);
    Collections.shuffle(other.members, random);
    Collections.shuffle(other.units, random);
    other.metrics.putAll(metrics);
    other.numbers.putAll(numbers);
    other.goals.putAll(goals);
    other.crossings.putAll(crossings);
    return other;
  }

  @Override
  public List<Candidate> members(Period period) {
    return List.copyOf(members);
  }

  @Override
  public List<Candidate> units(Period period) {
    return List.copyOf(units);
  }

  @Override
  public MetricFacts metric(String metricId) {
    return metrics.computeIfAbsent(metricId, id -> new MetricFacts(id, "单", true, false, false));
  }

  @Override
  public Optional<BigDecimal> value(String subjectId, String metricId, Period period) {
    return number("value " + metricId, subjectId, period);
  }

  @Override
  public Optional<Goals> goals(String subjectId, String metricId, Period period) {
    return Optional.ofNullable(goals.get(new Key(metricId, subjectId, period)));
  }

  @Override
  public Optional<BigDecimal> unitsValue(String memberId, String metricId, Period period) {
    return number("units " + metricId, memberId, period);
  }

  @Override
  public Optional<Instant> reachedAt(
      String subjectId, String metricId, BigDecimal line, Period period) {
    return Optional.ofNullable(crossings.get(new Key(metricId, subjectId, period)))
        .flatMap(lines -> Optional.ofNullable(lines.ceilingEntry(line)))
        .map(Map.Entry::getValue);
  }

  @Override
  public int missingReports(String memberId, Period period) {
    return count("missing", memberId, period);
  }

  @Override
  public int lateReports(String memberId, Period period) {
    return count("late", memberId, period);
  }

  @Override
  public int votes(String memberId, Period period) {
    return count("votes", memberId, period);
  }

  @Override
  public Optional<BigDecimal> score(String memberId, String sheet, Period period) {
    return number("score " + sheet, memberId, period);
  }

  @Override
  public ZoneId zone() {
    return zone;
  }

  @Override
  public Period previous(Period period) {
    return period.previous();
  }

  private ScriptedFacts number(String what, String subjectId, Period period, String value) {
    numbers.put(new Key(what, subjectId, period), new BigDecimal(value));
    return this;
  }

  private Optional<BigDecimal> number(String what, String subjectId, Period period) {
    return Optional.ofNullable(numbers.get(new Key(what, subjectId, period)));
  }

  private int count(String what, String memberId, Period period) {
    return number(what, memberId, period).map(BigDecimal::intValueExact).orElse(0);
  }
}

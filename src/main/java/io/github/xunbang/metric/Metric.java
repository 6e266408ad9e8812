package io.github.xunbang.metric;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something an organization counts (design section 3).
 *
 * @param id short and stable within the organization, safe as a MongoDB field name, for example
 *     {@code yixiang} or {@code k7}
 * @param name shown to people, without blanks
 * @param aliases other words for it, the name not included
 * @param unit measure word, for example 个, 单, 元
 * @param kind how its numbers are read and written
 * @param rollUp how days make a period
 * @param min least allowed daily value, or null
 * @param max greatest allowed daily value, or null
 * @param definition what it means, shown by 指标 (S-15)
 * @param source who may write it
 * @param active whether it takes figures now; a retired one stays readable
 * @param direction which values are better
 * @param formula how it follows from others, only for source DERIVED
 * @param positions jobs that report it; empty means everybody
 * @param unitValue what makes a unit's value
 * @param feed what writes it instead of reports from some day on, or null
 */
public record Metric(
    String id,
    String name,
    List<String> aliases,
    String unit,
    Kind kind,
    RollUp rollUp,
    @Nullable BigDecimal min,
    @Nullable BigDecimal max,
    String definition,
    Source source,
    boolean active,
    Direction direction,
    @Nullable Formula formula,
    List<String> positions,
    UnitValue unitValue,
    @Nullable Feed feed) {

  /**
   * How numbers are read and written: COUNT whole or half pieces, AMOUNT in 元, NUMBER plain, RATIO
   * in percent.
   */
  public enum Kind {
    COUNT,
    AMOUNT,
    NUMBER,
    RATIO
  }

  /** How daily values make a period's value. */
  public enum RollUp {
    SUM,
    LAST,
    MAX,
    AVG
  }

  /** Who writes the figures. */
  public enum Source {
    REPORT,
    DEALS,
    LEADS,
    DERIVED
  }

  /** Which values are better (S-49). */
  public enum Direction {
    HIGHER,
    LOWER
  }

  /**
   * What makes a unit's value: figures reported for the unit itself, the sum of its members', or
   * both together (design section 6).
   */
  public enum UnitValue {
    OWN,
    MEMBERS,
    BOTH
  }

  public Metric {
    aliases = List.copyOf(aliases);
    positions = List.copyOf(positions);
    if ((source == Source.DERIVED) != (formula != null)) {
      throw new IllegalArgumentException("A formula belongs to a derived metric: " + name);
    }
    if (feed != null && source != Source.REPORT) {
      throw new IllegalArgumentException("Only a reported metric can be fed: " + name);
    }
  }

  /** A metric that nothing but reports, or its formula, writes. */
  public Metric(
      String id,
      String name,
      List<String> aliases,
      String unit,
      Kind kind,
      RollUp rollUp,
      @Nullable BigDecimal min,
      @Nullable BigDecimal max,
      String definition,
      Source source,
      boolean active,
      Direction direction,
      @Nullable Formula formula,
      List<String> positions,
      UnitValue unitValue) {
    this(
        id,
        name,
        aliases,
        unit,
        kind,
        rollUp,
        min,
        max,
        definition,
        source,
        active,
        direction,
        formula,
        positions,
        unitValue,
        null);
  }

  /** A reported metric of which more is better, for every job, added up over members and unit. */
  public Metric(
      String id,
      String name,
      List<String> aliases,
      String unit,
      Kind kind,
      RollUp rollUp,
      @Nullable BigDecimal min,
      @Nullable BigDecimal max,
      String definition,
      Source source,
      boolean active) {
    this(
        id,
        name,
        aliases,
        unit,
        kind,
        rollUp,
        min,
        max,
        definition,
        source,
        active,
        Direction.HIGHER,
        null,
        List.of(),
        UnitValue.BOTH);
  }

  /** Whether somebody of this job (null for none) reports it. */
  public boolean isFor(@Nullable String position) {
    return positions.isEmpty() || (position != null && positions.contains(position));
  }

  /**
   * Who writes the figures of {@code day}: a metric may be fed by deals or leads from some day on,
   * and a report's figure for such a day is compared, never stored (design section 5).
   */
  public Source sourceOn(LocalDate day) {
    return feed == null ? source : feed.on(day).map(Feed::source).orElse(source);
  }

  /** Whether deals or customers write its figures of {@code day}, so that reports only compare. */
  public boolean isFedOn(LocalDate day) {
    return feed != null && feed.covers(day);
  }

  /** Whether it takes this measure's figures on {@code day}. */
  public boolean isFedOn(LocalDate day, Feed.Measure measure) {
    return feed != null && feed.on(day).filter(span -> span.measure() == measure).isPresent();
  }

  /** Whether it is worked out from other metrics and never reported. */
  public boolean isDerived() {
    return formula != null;
  }

  /** How days make a period; a share in percent is never summed (S-49), whatever is stored. */
  public RollUp effectiveRollUp() {
    return kind == Kind.RATIO && rollUp == RollUp.SUM ? RollUp.AVG : rollUp;
  }

  /** Whether figures for a unit itself count towards the unit. */
  public boolean countsOwn() {
    return unitValue != UnitValue.MEMBERS;
  }

  /** Whether members' figures count towards their unit. */
  public boolean countsMembers() {
    return unitValue != UnitValue.OWN;
  }

  /**
   * The value of a derived metric from the rolled-up values of others by id; empty for a reported
   * one, without a usable denominator, and when no part has a value. A missing numerator counts 0,
   * but not where less is better: who reported nothing must not come first.
   */
  public Optional<BigDecimal> derive(Map<String, BigDecimal> rolledUp) {
    if (formula instanceof Formula.Ratio ratio) {
      boolean zeroAllowed = direction == Direction.HIGHER;
      return ratio.value(
          zeroAllowed && !rolledUp.containsKey(ratio.numeratorId())
              ? BigDecimal.ZERO
              : rolledUp.get(ratio.numeratorId()),
          rolledUp.get(ratio.denominatorId()));
    }
    return formula instanceof Formula.Weighted weighted
        ? weighted.value(rolledUp)
        : Optional.empty();
  }
}

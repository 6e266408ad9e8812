package io.github.xunbang.ranking;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.metric.Metric;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The ordered result of one metric over one period, names included, so that a frozen board never
 * changes when people do. The same input gives the same board, byte for byte (design section 6).
 *
 * @param metricId which metric
 * @param metricName its name when the board was made
 * @param unit the measure word of the values; {@code %} for attainment
 * @param period which period
 * @param entrants who competes
 * @param terms how
 * @param compared whether anybody stood on the previous like period's board; without one there is
 *     no movement to show
 * @param rows best first; equal values share a place (1-1-3) and stand in order of joining
 * @param unreported who never reported the metric in the period; never a row of zero
 * @param apart who is shown apart for another reason
 */
public record Leaderboard(
    String metricId,
    String metricName,
    String unit,
    Period period,
    Entrants entrants,
    Terms terms,
    boolean compared,
    List<Row> rows,
    List<Unreported> unreported,
    List<Apart> apart) {

  /**
   * One place.
   *
   * @param subjectId whose: a member's or a unit's id
   * @param name the subject's name when the board was made
   * @param value what is compared, without trailing zeros
   * @param place competition rank, 1 is best
   * @param previousPlace the place in the previous like period, null when there was none
   * @param gapToNext what is missing to draw level with the next better place, null at the top
   * @param attained what the percentage is made of, null on a board of values
   * @param earlier the value in the period of {@link Terms#growth()}, null without
   */
  public record Row(
      String subjectId,
      String name,
      BigDecimal value,
      int place,
      @Nullable Integer previousPlace,
      @Nullable BigDecimal gapToNext,
      @Nullable Attained attained,
      @Nullable BigDecimal earlier) {

    /** A row of a plain board. */
    public Row(
        String subjectId,
        String name,
        BigDecimal value,
        int place,
        @Nullable Integer previousPlace,
        @Nullable BigDecimal gapToNext) {
      this(subjectId, name, value, place, previousPlace, gapToNext, null, null);
    }

    /** Places won since the previous period, negative when lost, 0 for the same or none before. */
    public int rise() {
      return previousPlace == null ? 0 : previousPlace - place;
    }

    Row with(@Nullable BigDecimal earlierValue) {
      return new Row(
          subjectId, name, value, place, previousPlace, gapToNext, attained, earlierValue);
    }
  }

  /**
   * What an attainment is made of.
   *
   * @param actual the value reached
   * @param base the target
   * @param stretch the 奋斗 target, or null
   */
  public record Attained(BigDecimal actual, BigDecimal base, @Nullable BigDecimal stretch) {}

  /**
   * Somebody without a figure for the metric.
   *
   * @param subjectId whose
   * @param name the name when the board was made
   * @param silent whether nothing else was reported in the period either
   */
  public record Unreported(String subjectId, String name, boolean silent) {}

  /** Why somebody is shown apart: on leave, without a target, or a ratio without denominator. */
  public enum Why {
    ON_LEAVE,
    NO_GOAL,
    NO_VALUE
  }

  /**
   * Somebody without a place who did nothing wrong.
   *
   * @param subjectId whose
   * @param name the name when the board was made
   * @param why what keeps them off the board
   */
  public record Apart(String subjectId, String name, Why why) {}

  public Leaderboard {
    rows = List.copyOf(rows);
    unreported = List.copyOf(unreported);
    apart = List.copyOf(apart);
  }

  /** A board of all members by the metric's value. */
  public Leaderboard(
      String metricId,
      String metricName,
      String unit,
      Period period,
      boolean compared,
      List<Row> rows,
      List<Unreported> unreported) {
    this(
        metricId,
        metricName,
        unit,
        period,
        Entrants.MEMBERS,
        Terms.PLAIN,
        compared,
        rows,
        unreported,
        List.of());
  }

  /** The subject's row, absent when nothing was reported. */
  public Optional<Row> row(String subjectId) {
    return rows.stream().filter(row -> row.subjectId().equals(subjectId)).findFirst();
  }

  /** Everybody at the top; empty while nobody has more than zero, where more is better. */
  public List<Row> leaders() {
    return rows.stream()
        .filter(row -> row.place() == 1 && (lowerIsBetter() || row.value().signum() > 0))
        .toList();
  }

  /** Those shown apart for one reason. */
  public List<Apart> apart(Why why) {
    return apart.stream().filter(one -> one.why() == why).toList();
  }

  /** What a title says: the metric, with 完成率 when the attainment is compared. */
  public String title() {
    return isAttainment() ? metricName + " 完成率" : metricName;
  }

  /** Whether the attainment is compared, not the value. */
  public boolean isAttainment() {
    return terms.basis() == Terms.Basis.ATTAINMENT;
  }

  /** Whether less is better. */
  public boolean lowerIsBetter() {
    return terms.direction() == Metric.Direction.LOWER;
  }

  /** Whether it is the same board of another period. */
  public boolean isLike(Leaderboard other) {
    return metricId.equals(other.metricId)
        && terms.basis() == other.terms.basis()
        && entrants.sameAs(other.entrants);
  }

  Leaderboard with(List<Row> otherRows, Terms otherTerms) {
    return new Leaderboard(
        metricId,
        metricName,
        unit,
        period,
        entrants,
        otherTerms,
        compared,
        otherRows,
        unreported,
        apart);
  }
}

package io.github.xunbang.ranking;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.ranking.Terms.Basis;
import io.github.xunbang.ranking.Terms.Growth;
import org.jspecify.annotations.Nullable;

/**
 * Which boards are wanted.
 *
 * @param period which period
 * @param entrants who competes
 * @param basis value or attainment
 * @param metric one metric, or null for all that posts announce
 * @param growth the column beside the value, or null
 */
public record BoardRequest(
    Period period,
    Entrants entrants,
    Basis basis,
    @Nullable Metric metric,
    Growth.@Nullable Kind growth) {

  /** All members by value, every announced metric. */
  public static BoardRequest of(Period period) {
    return new BoardRequest(period, Entrants.MEMBERS, Basis.VALUE, null, null);
  }

  /** The same of other subjects. */
  public BoardRequest of(Entrants others) {
    return new BoardRequest(period, others, basis, metric, growth);
  }

  /** The same by another measure. */
  public BoardRequest by(Basis other) {
    return new BoardRequest(period, entrants, other, metric, growth);
  }

  /** The same of one metric. */
  public BoardRequest of(Metric one) {
    return new BoardRequest(period, entrants, basis, one, growth);
  }
}

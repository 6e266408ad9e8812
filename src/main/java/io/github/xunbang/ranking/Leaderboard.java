package io.github.xunbang.ranking;

import io.github.xunbang.calendar.Period;
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
 * @param unit its measure word
 * @param period which period
 * @param compared whether anybody stood on the previous like period's board; without one there is
 *     no movement to show
 * @param rows best first; equal values share a place (1-1-3) and stand in order of joining
 * @param unreported members who never reported the metric in the period; never a row of zero
 */
public record Leaderboard(
    String metricId,
    String metricName,
    String unit,
    Period period,
    boolean compared,
    List<Row> rows,
    List<Unreported> unreported) {

  /**
   * One place.
   *
   * @param memberId whose
   * @param name the member's name when the board was made
   * @param value the sum over the period, without trailing zeros
   * @param place competition rank, 1 is best
   * @param previousPlace the place in the previous like period, null when there was none
   * @param gapToNext what is missing to draw level with the next better place, null at the top
   */
  public record Row(
      String memberId,
      String name,
      BigDecimal value,
      int place,
      @Nullable Integer previousPlace,
      @Nullable BigDecimal gapToNext) {

    /** Places won since the previous period, negative when lost, 0 for the same or none before. */
    public int rise() {
      return previousPlace == null ? 0 : previousPlace - place;
    }
  }

  /**
   * A member without a figure for the metric.
   *
   * @param memberId whose
   * @param name the member's name when the board was made
   * @param silent whether the member reported nothing else in the period either
   */
  public record Unreported(String memberId, String name, boolean silent) {}

  public Leaderboard {
    rows = List.copyOf(rows);
    unreported = List.copyOf(unreported);
  }

  /** The member's row, absent when nothing was reported. */
  public Optional<Row> row(String memberId) {
    return rows.stream().filter(row -> row.memberId().equals(memberId)).findFirst();
  }

  /** Everybody at the top; empty while nobody has more than zero. */
  public List<Row> leaders() {
    return rows.stream().filter(row -> row.place() == 1 && row.value().signum() > 0).toList();
  }
}

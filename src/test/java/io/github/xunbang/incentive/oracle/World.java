package io.github.xunbang.incentive.oracle;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One team's months as they happened: who was there, what was typed, what was sold. Times are
 * Shanghai's. It works every day of the week, so that no calendar table is needed.
 *
 * @param people in order of joining
 * @param units how many groups there are
 * @param facts what was typed into reports, in order of time
 * @param deals what was sold, where deals count instead of reports
 * @param leave the days off by person
 * @param quotas monthly quota by job and metric
 * @param unitGoals monthly base and stretch of 业绩 by unit
 */
record World(
    List<Person> people,
    int units,
    List<Fact> facts,
    List<Sale> deals,
    Map<Integer, Set<LocalDate>> leave,
    Map<String, Map<String, BigDecimal>> quotas,
    Map<Integer, Lines> unitGoals) {

  static final YearMonth FIRST = YearMonth.of(2026, 1);
  static final int MONTHS = 16;

  /**
   * A person.
   *
   * @param number place in the order of joining
   * @param job the job, never changed
   * @param unit the first home
   * @param movesOn the day from which the home is {@code laterUnit}, or null
   */
  record Person(
      int number,
      String job,
      int unit,
      @Nullable LocalDate movesOn,
      int laterUnit,
      LocalDate since,
      @Nullable LocalDate until) {

    int unitOn(LocalDate day) {
      return movesOn != null && !day.isBefore(movesOn) ? laterUnit : unit;
    }

    boolean thereOn(LocalDate day) {
      return !day.isBefore(since) && (until == null || !day.isAfter(until));
    }
  }

  /** What one message set for one day: the values by metric name. */
  record Fact(
      int person,
      LocalDate day,
      LocalDateTime at,
      boolean correction,
      Map<String, BigDecimal> values) {}

  /**
   * A deal: whole shares or two halves, paid in parts, perhaps taken back.
   *
   * @param partner who shares it by halves, or null
   * @param cancelledOn the day on which it was taken back, or null
   */
  record Sale(
      int owner,
      @Nullable Integer partner,
      LocalDate signedOn,
      BigDecimal amount,
      List<Paid> payments,
      @Nullable LocalDate cancelledOn) {}

  /** One payment. */
  record Paid(LocalDate day, BigDecimal amount) {}

  /** The two lines of a target. */
  record Lines(BigDecimal base, BigDecimal stretch) {}

  /** The months in order. */
  static List<YearMonth> months() {
    return java.util.stream.IntStream.range(0, MONTHS).mapToObj(FIRST::plusMonths).toList();
  }
}

package io.github.xunbang.incentive.engine;

import io.github.xunbang.calendar.Period;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Everything the engine may know, already counted; the same answers however often it asks. Subjects
 * are members and units by id.
 */
public interface Facts {

  /**
   * Who belonged to the organization on the period's last day or left within it, guests left out,
   * in order of joining.
   */
  List<Candidate> members(Period period);

  /** The units active on the period's last day, in order of creation. */
  List<Candidate> units(Period period);

  /** What is known of a metric; an unknown id is a programming error. */
  MetricFacts metric(String metricId);

  /**
   * The rolled-up value; absent when nothing was reported, where the engine takes 0 for a metric
   * that adds up and of which more is better.
   */
  Optional<BigDecimal> value(String subjectId, String metricId, Period period);

  /** The subject's target of exactly this period. */
  Optional<Goals> goals(String subjectId, String metricId, Period period);

  /** The value of the units in a member's care on the period's last day, else of the home unit. */
  Optional<BigDecimal> unitsValue(String memberId, String metricId, Period period);

  /**
   * The instant from which the running total stayed at or above the line to the end of the period;
   * entries in order of their instants, those of a unit's members and its own together. Absent when
   * it ended below.
   */
  Optional<Instant> reachedAt(String subjectId, String metricId, BigDecimal line, Period period);

  /** Workdays without the report owed. */
  int missingReports(String memberId, Period period);

  /** Reports after the end of their day. */
  int lateReports(String memberId, Period period);

  /** Ballots for the member. */
  int votes(String memberId, Period period);

  /** The weighted score of that sheet. */
  Optional<BigDecimal> score(String memberId, String sheet, Period period);

  /** The organization's zone, in which instants are told. */
  ZoneId zone();

  /** The period of the same kind just before, by the organization's calendar. */
  Period previous(Period period);

  /**
   * A target of one period.
   *
   * @param base above 0
   * @param stretch the 奋斗 line, or null
   */
  record Goals(BigDecimal base, @org.jspecify.annotations.Nullable BigDecimal stretch) {}

  /**
   * What the engine needs of a metric.
   *
   * @param name shown to people
   * @param unit measure word
   * @param addsUp whether days are summed, so that nothing reported is 0
   * @param lessIsBetter the direction
   * @param isAmount whether it is in 元
   */
  record MetricFacts(
      String name, String unit, boolean addsUp, boolean lessIsBetter, boolean isAmount) {}
}

package io.github.xunbang.metric;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.organization.Organization;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells how far a subject is from its target; {@code target} implements it, {@code report} prints
 * it. Everything is in the metric's unit (S-43).
 */
public interface TargetProgress {

  /**
   * How far one subject is.
   *
   * @param base the target
   * @param stretch the 奋斗 target, or null
   * @param actual what is reached
   * @param percent actual ÷ base × 100 with one decimal; for a metric of which less is better the
   *     same quotient, to be read the other way round
   * @param missing what is missing to base, 0 when reached
   * @param workdaysLeft workdays left in the period, today included while nothing was reported for
   *     it
   * @param neededPerWorkday missing ÷ workdaysLeft, rounded up to what the metric allows, or null
   *     when nothing is missing or no workday is left
   * @param daysAhead workdays ahead of an even pace, negative when behind, one decimal
   */
  record Progress(
      BigDecimal base,
      @Nullable BigDecimal stretch,
      BigDecimal actual,
      BigDecimal percent,
      BigDecimal missing,
      int workdaysLeft,
      @Nullable BigDecimal neededPerWorkday,
      BigDecimal daysAhead) {}

  /**
   * The progress of a member in {@code period}, absent without a target. Reads only cached targets,
   * never the ledger.
   *
   * @param actual the member's value in the period
   * @param today business day up to which it was reached
   * @param reportedToday whether today's figure is already in {@code actual}
   */
  Optional<Progress> ofMember(
      Organization organization,
      String memberId,
      Metric metric,
      Period period,
      BigDecimal actual,
      LocalDate today,
      boolean reportedToday);
}

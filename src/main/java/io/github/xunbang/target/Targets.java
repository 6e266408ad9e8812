package io.github.xunbang.target;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.TargetProgress.Progress;
import io.github.xunbang.organization.Organization;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The room's door: the goal that holds for a subject and how far it is. Targets come from a cache a
 * few seconds old at most; nothing here reads the ledger, but for one case: a share of stores that
 * have no target themselves follows their figures (S-50), a few seconds old at most.
 */
public interface Targets {

  /**
   * The goal for {@code period}; absent when nothing was set or nothing is asked for in it (a rest
   * day). The first of these, for the subject itself and then, for a member who is no guest, for
   * the position held on {@code today} or the nearest day of the period (S-03):
   *
   * <ol>
   *   <li>the target set for exactly this period;
   *   <li>the recurring quota of the period's own kind, 每周 for a week, so that 每日 每周 每月 stand side
   *       by side (S-29–S-35);
   *   <li>another recurring quota, 每日 before 每周 每旬 每月: a daily one times the workdays on which it
   *       held, of the others quota ÷ workdays of its week, 旬 or month × workdays in the period; a
   *       day takes daily quotas only;
   *   <li>for a 旬 or half-month the share by workdays of the target set for its month.
   * </ol>
   *
   * <p>Workdays are the organization's; the person's leave counts only where the target says 请假扣减,
   * and then it also shrinks a target of its own period. Metrics that do not add up over days
   * (ratios, period-end values) take a recurring quota as it is. Results are rounded half up to
   * whole pieces and 元.
   */
  Optional<Goal> goal(
      Organization organization, Subject subject, Metric metric, Period period, LocalDate today);

  /**
   * How far {@code actual} is from the goal.
   *
   * @param today business day up to which {@code actual} was reached
   * @param reportedToday whether today's figure is already in {@code actual}
   */
  Progress progress(
      Organization organization,
      Goal goal,
      Metric metric,
      BigDecimal actual,
      LocalDate today,
      boolean reportedToday);
}

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
 * few seconds old at most; nothing here reads the ledger.
 */
public interface Targets {

  /**
   * The goal for {@code period}: one set for exactly this subject and period; else a recurring one
   * of the subject (每日, 每周, 每月) times what the period holds of it; for a member then that of the
   * position held on {@code today} (S-03). Absent when nothing was set.
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

package io.github.xunbang.digest.morning;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.command.NumberText;
import io.github.xunbang.metric.FigureText;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.MetricCatalog;
import io.github.xunbang.metric.TargetProgress.Progress;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.target.Subject;
import io.github.xunbang.target.Targets;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * How far subjects are in the settlement month of a 晨会, counted up to the evening before; the day
 * itself is still one to work on.
 */
@Component
class MonthProgress {

  private final MetricCatalog metrics;
  private final Targets targets;

  MonthProgress(MetricCatalog metrics, Targets targets) {
    this.metrics = metrics;
    this.targets = targets;
  }

  /** A metric with a target. */
  record Step(Metric metric, Progress progress) {

    /** Behind an even pace with workdays left: the one case in which 还需每天 is said. */
    boolean isBehind() {
      return progress.neededPerWorkday() != null && progress.daysAhead().signum() < 0;
    }

    /** {@code 签单2单}. */
    String need() {
      return metric.name()
          + FigureText.of(metric, Objects.requireNonNull(progress.neededPerWorkday()));
    }

    /** {@code 本月签单 32/60单（53.3%），比进度快2天，还需每天2单}. */
    String line() {
      return "本月%s %s/%s（%s%%）%s"
          .formatted(
              metric.name(),
              FigureText.number(metric, progress.actual()),
              FigureText.of(metric, progress.base()),
              NumberText.plain(progress.percent()),
              rest());
    }

    private String rest() {
      if (metric.direction() == Metric.Direction.LOWER) {
        return "";
      }
      if (progress.missing().signum() == 0) {
        return "，目标已完成";
      }
      BigDecimal ahead = progress.daysAhead();
      String days = NumberText.plain(ahead.abs()) + "天";
      String pace =
          switch (ahead.signum()) {
            case 1 -> "，比进度快" + days;
            case -1 -> "，比进度慢" + days;
            default -> "";
          };
      return progress.neededPerWorkday() == null
          ? pace
          : pace + "，还需每天" + FigureText.of(metric, progress.neededPerWorkday());
    }
  }

  /** The days of the month before {@code day}; none on its first. */
  Optional<Period> before(Organization organization, LocalDate day) {
    LocalDate start = organization.periods().containing(PeriodType.MONTH, day).start();
    return start.equals(day)
        ? Optional.empty()
        : Optional.of(new Period(PeriodType.CAMPAIGN, start, day.minusDays(1)));
  }

  /**
   * Every metric in which the subject has a target for the month of {@code day}.
   *
   * @param sums what it reached in {@link #before}
   */
  List<Step> of(
      Organization organization, Subject subject, Map<String, BigDecimal> sums, LocalDate day) {
    Period month = organization.periods().containing(PeriodType.MONTH, day);
    return metrics.metrics(organization.id()).stream()
        .filter(Metric::active)
        .filter(metric -> !metric.isDerived() || sums.containsKey(metric.id()))
        .flatMap(
            metric ->
                targets.goal(organization, subject, metric, month, day).stream()
                    .map(
                        goal ->
                            new Step(
                                metric,
                                targets.progress(
                                    organization,
                                    goal,
                                    metric,
                                    sums.getOrDefault(metric.id(), BigDecimal.ZERO),
                                    day,
                                    false))))
        .toList();
  }

  /** {@code 签单2单、意向客户5个} of what is behind; empty when nothing is. */
  static String needs(List<Step> steps) {
    return steps.stream().filter(Step::isBehind).map(Step::need).collect(Collectors.joining("、"));
  }
}

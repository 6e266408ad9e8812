package io.github.xunbang.report;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.command.NumberText;
import io.github.xunbang.metric.FigureText;
import io.github.xunbang.metric.Figures;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.MonthLedger;
import io.github.xunbang.metric.PeriodFigures;
import io.github.xunbang.metric.TargetProgress;
import io.github.xunbang.metric.TargetProgress.Progress;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * The month against its target: {@code 本月签单 12/24（50%），还需每个工作日2单，领先1天} (S-43). 本月 is the settlement
 * month; only where that reaches into another calendar month is more read than the posted one.
 */
@Component
class ProgressText {

  private final ObjectProvider<TargetProgress> targets;
  private final Figures figures;

  ProgressText(ObjectProvider<TargetProgress> targets, Figures figures) {
    this.targets = targets;
    this.figures = figures;
  }

  /**
   * The member's values in the month of {@code day}, from the ledger document at hand. A settlement
   * month that reaches into another calendar month costs one read, at the first value asked for.
   */
  Function<Metric, BigDecimal> month(Organization organization, MonthLedger ledger, LocalDate day) {
    Period month = organization.periods().containing(PeriodType.MONTH, day);
    if (month.months().size() == 1) {
      return metric -> MonthSums.sum(ledger, month, metric.id());
    }
    Supplier<Map<String, BigDecimal>> all =
        SingletonSupplier.of(() -> read(organization, ledger.subjectId(), month));
    return metric -> all.get().getOrDefault(metric.id(), BigDecimal.ZERO);
  }

  private Map<String, BigDecimal> read(Organization organization, String memberId, Period month) {
    List<Member> member = organization.member(memberId).stream().toList();
    PeriodFigures found = figures.ofMembers(organization, member, month).get(memberId);
    return found == null ? Map.of() : found.sums();
  }

  /**
   * How far the member is in the month of {@code day}; empty without a target.
   *
   * @param month the values of {@link #month}
   */
  Optional<Progress> progress(
      Organization organization,
      MonthLedger ledger,
      Metric metric,
      LocalDate day,
      Function<Metric, BigDecimal> month) {
    TargetProgress known = targets.getIfAvailable();
    if (known == null) {
      return Optional.empty();
    }
    return known.ofMember(
        organization,
        ledger.subjectId(),
        metric,
        organization.periods().containing(PeriodType.MONTH, day),
        month.apply(metric),
        day,
        ledger.value(day, metric.id()).isPresent());
  }

  /**
   * One line about the month.
   *
   * @param group whether others read it: then being behind is not said
   */
  static String line(Metric metric, Progress progress, boolean group) {
    return "本月"
        + metric.name()
        + " "
        + FigureText.number(metric, progress.actual())
        + "/"
        + FigureText.number(metric, progress.base())
        + "（"
        + NumberText.plain(progress.percent())
        + "%）"
        + need(metric, progress)
        + pace(metric, progress, group);
  }

  private static String need(Metric metric, Progress progress) {
    if (metric.direction() == Metric.Direction.LOWER) {
      return "";
    }
    if (progress.missing().signum() == 0) {
      return "，目标已完成" + toStretch(metric, progress);
    }
    return progress.neededPerWorkday() == null
        ? "，还差" + FigureText.of(metric, progress.missing())
        : "，还需每个工作日" + FigureText.of(metric, progress.neededPerWorkday());
  }

  private static String toStretch(Metric metric, Progress progress) {
    if (progress.stretch() == null) {
      return "";
    }
    BigDecimal gap = progress.stretch().subtract(progress.actual());
    return gap.signum() > 0 ? "，距奋斗目标" + FigureText.of(metric, gap) : "，奋斗目标也完成了";
  }

  private static String pace(Metric metric, Progress progress, boolean group) {
    int sign = progress.daysAhead().signum();
    boolean open = progress.missing().signum() > 0 && metric.direction() == Metric.Direction.HIGHER;
    if (!open || sign == 0 || sign < 0 && group) {
      return "";
    }
    return (sign > 0 ? "，领先" : "，比进度慢") + NumberText.plain(progress.daysAhead().abs()) + "天";
  }
}

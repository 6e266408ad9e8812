package io.github.xunbang.target.internal;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.command.NumberText;
import io.github.xunbang.command.Reply;
import io.github.xunbang.metric.FigureText;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.MetricCatalog;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.target.Goal;
import io.github.xunbang.target.Subject;
import io.github.xunbang.target.Targets;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** 目标, 目标 张敏, 目标 业绩 本月: how far somebody is; 目标 清单: what is set. */
@Component
class ShowTargets {

  private static final int METRICS_SHOWN = 5;
  private static final int TARGETS_SHOWN = 20;

  private final MetricCatalog catalog;
  private final Targets targets;
  private final TargetStore store;
  private final Actuals actuals;

  ShowTargets(MetricCatalog catalog, Targets targets, TargetStore store, Actuals actuals) {
    this.catalog = catalog;
    this.targets = targets;
    this.store = store;
    this.actuals = actuals;
  }

  Reply show(TargetCall context, TargetLine line) {
    Subject self = new Subject(Subject.Kind.MEMBER, context.call().caller().member());
    Subject asked = line.subject == null ? self : line.subject;
    context.requireSight(asked);
    Period period = period(context, line);
    List<String> lines = lines(context, line, asked, period);
    if (lines.isEmpty() && line.subject == null) {
      lines = lines(context, line, Subject.ORGANIZATION, period);
      asked = lines.isEmpty() ? self : Subject.ORGANIZATION;
    }
    String title = context.name(asked) + " " + period.label();
    if (lines.isEmpty()) {
      return context.call().reply("none", Map.of("title", title, "name", context.name(asked)));
    }
    return Reply.text(title + "目标：\n" + String.join("\n", shortened(context, lines)));
  }

  Reply list(TargetCall context, TargetLine line) {
    Period period = period(context, line);
    Organization organization = context.organization();
    List<String> lines =
        Stream.concat(
                store.standing(organization.id()).all().stream(),
                store.startingWith(organization.id(), period).all().stream())
            .filter(target -> target.key().period() == null || period.equals(target.key().period()))
            .filter(target -> line.subject == null || line.subject.equals(target.key().subject()))
            .filter(target -> named(line, target.key().metricId()))
            .flatMap(target -> listed(context, target).stream())
            .toList();
    if (lines.isEmpty()) {
      return context.call().reply("emptyList", Map.of("period", period.label()));
    }
    String more = lines.size() > TARGETS_SHOWN ? "\n…共" + lines.size() + "条，可加人名、门店或指标再看" : "";
    return context
        .call()
        .reply(
            "list",
            Map.of(
                "period",
                period.label(),
                "lines",
                String.join("\n", lines.stream().limit(TARGETS_SHOWN).toList()) + more));
  }

  static Period period(TargetCall context, TargetLine line) {
    if (line.period != null) {
      return line.period;
    }
    PeriodType type = line.cadence == null ? PeriodType.MONTH : line.cadence.type();
    return context.organization().periods().containing(type, context.today());
  }

  private Optional<String> listed(TargetCall context, StoredTarget target) {
    TargetKey key = target.key();
    Optional<Metric> metric =
        catalog.metrics(context.organization().id()).stream()
            .filter(one -> one.id().equals(key.metricId()))
            .findFirst();
    return metric.flatMap(
        found ->
            target
                .current()
                .map(
                    now ->
                        SetTargets.title(context, key, found)
                            + " "
                            + GoalText.values(found, now.draft())));
  }

  private static boolean named(TargetLine line, String metricId) {
    return line.metrics.isEmpty()
        || line.metrics.stream().anyMatch(metric -> metric.id().equals(metricId));
  }

  private List<String> lines(TargetCall context, TargetLine line, Subject subject, Period period) {
    Standing standing = new Standing(context, subject, actuals);
    List<String> lines = new ArrayList<>();
    for (Metric metric : catalog.metrics(context.organization().id())) {
      if (metric.active() && named(line, metric.id())) {
        metricLine(context, standing, metric, period, line.period == null && line.cadence == null)
            .ifPresent(lines::add);
      }
    }
    return lines;
  }

  /** The period's progress; when none was named, today's and this week's quotas behind it. */
  private Optional<String> metricLine(
      TargetCall context, Standing standing, Metric metric, Period period, boolean beside) {
    List<String> parts = new ArrayList<>();
    goal(context, standing, metric, period)
        .ifPresent(goal -> parts.add(progress(context, standing, metric, goal)));
    if (beside) {
      Stream.of(Cadence.DAY, Cadence.WEEK)
          .filter(cadence -> hasQuota(context, standing.subject(), metric, cadence))
          .flatMap(cadence -> besides(context, standing, metric, cadence).stream())
          .forEach(parts::add);
    }
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    boolean withoutMonth = !parts.get(0).startsWith(metric.name());
    return Optional.of((withoutMonth ? metric.name() + " " : "") + String.join("；", parts));
  }

  private String progress(TargetCall context, Standing standing, Metric metric, Goal goal) {
    if (standing.subject().kind() == Subject.Kind.POSITION) {
      return metric.name() + " 每人" + FigureText.of(metric, goal.base()) + "（" + goal.origin() + "）";
    }
    BigDecimal actual = standing.in(goal.period()).get(metric.id());
    return GoalText.progress(
        metric,
        actual,
        targets.progress(
            context.organization(),
            goal,
            metric,
            actual == null ? BigDecimal.ZERO : actual,
            context.today(),
            standing.today().containsKey(metric.id())));
  }

  /** 今天5/10个. */
  private Optional<String> besides(
      TargetCall context, Standing standing, Metric metric, Cadence cadence) {
    Period period = Period.containing(cadence.type(), context.today());
    boolean counted = standing.subject().kind() != Subject.Kind.POSITION;
    return goal(context, standing, metric, period)
        .map(
            goal ->
                (cadence == Cadence.DAY ? "今天" : "本周")
                    + (counted
                        ? NumberText.plain(
                                standing.in(period).getOrDefault(metric.id(), BigDecimal.ZERO))
                            + "/"
                        : "")
                    + FigureText.of(metric, goal.base()));
  }

  private Optional<Goal> goal(TargetCall context, Standing standing, Metric metric, Period period) {
    return targets.goal(
        context.organization(), standing.subject(), metric, period, context.today());
  }

  private boolean hasQuota(TargetCall context, Subject subject, Metric metric, Cadence cadence) {
    Organization organization = context.organization();
    Optional<Subject> position =
        Optional.of(subject)
            .filter(one -> one.kind() == Subject.Kind.MEMBER)
            .flatMap(one -> organization.member(one.id()))
            .map((Member member) -> member.positionOn(context.today()))
            .map(name -> new Subject(Subject.Kind.POSITION, name));
    return Stream.concat(Stream.of(subject), position.stream())
        .map(holder -> TargetKey.of(holder, metric.id(), cadence))
        .flatMap(key -> store.standing(organization.id()).find(key).stream())
        .anyMatch(quota -> quota.current().isPresent());
  }

  private static List<String> shortened(TargetCall context, List<String> lines) {
    if (lines.size() <= METRICS_SHOWN) {
      return lines;
    }
    List<String> shown = new ArrayList<>(lines.subList(0, METRICS_SHOWN - 1));
    shown.add(
        context
            .call()
            .definition()
            .text("more", Map.of("count", lines.size() - METRICS_SHOWN + 1)));
    return shown;
  }
}

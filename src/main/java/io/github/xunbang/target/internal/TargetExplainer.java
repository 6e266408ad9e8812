package io.github.xunbang.target.internal;

import io.github.xunbang.command.CommandCall;
import io.github.xunbang.command.CommandRejectedException;
import io.github.xunbang.command.NumberText;
import io.github.xunbang.command.Reply;
import io.github.xunbang.explanation.Explainer;
import io.github.xunbang.metric.FigureText;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.MetricCatalog;
import io.github.xunbang.metric.PeriodFigures;
import io.github.xunbang.metric.TargetProgress.Progress;
import io.github.xunbang.organization.OrganizationService;
import io.github.xunbang.target.Goal;
import io.github.xunbang.target.Subject;
import io.github.xunbang.target.Targets;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** 为什么 目标 签单 本月, 为什么 完成率 张敏: formula, numbers, origin and version (S-98). */
@Component
@Order(40)
class TargetExplainer implements Explainer {

  private static final Pattern OURS = Pattern.compile("目标|任务|完成率|达成率|完成度");
  private static final int METRICS_SHOWN = 2;

  private final OrganizationService organizations;
  private final MetricCatalog catalog;
  private final TargetLines lines;
  private final Targets targets;
  private final Actuals actuals;

  TargetExplainer(
      OrganizationService organizations,
      MetricCatalog catalog,
      TargetLines lines,
      Targets targets,
      Actuals actuals) {
    this.organizations = organizations;
    this.catalog = catalog;
    this.lines = lines;
    this.targets = targets;
    this.actuals = actuals;
  }

  @Override
  public Optional<Reply> explain(CommandCall call) {
    Matcher ours = OURS.matcher(call.input());
    if (!ours.find() || call.caller().organizationId() == null) {
      return Optional.empty();
    }
    TargetCall context = TargetCall.of(call, organizations.get(call.caller().organization()));
    Optional<TargetLine> line = asked(context, ours.replaceAll(" "));
    return line.map(found -> explain(context, found));
  }

  /**
   * The texts of refusals live in 目标's file, so that a question not understood is left to others.
   */
  private Optional<TargetLine> asked(TargetCall context, String question) {
    try {
      return Optional.of(lines.asking(context, question));
    } catch (CommandRejectedException | IllegalStateException notUnderstood) {
      return Optional.empty();
    }
  }

  private Reply explain(TargetCall context, TargetLine line) {
    Subject subject =
        line.subject == null
            ? new Subject(Subject.Kind.MEMBER, context.call().caller().member())
            : line.subject;
    if (!context.maySee(subject)) {
      throw new CommandRejectedException("别人的目标只有组长和经理能看。看自己的请发：为什么 目标 签单 本月");
    }
    List<String> paragraphs = new ArrayList<>();
    for (Metric metric : catalog.metrics(context.organization().id())) {
      boolean wanted = line.metrics.isEmpty() ? metric.active() : line.metrics.contains(metric);
      if (wanted && paragraphs.size() < METRICS_SHOWN) {
        paragraph(context, line, subject, metric).ifPresent(paragraphs::add);
      }
    }
    String name = context.name(subject);
    return Reply.text(
        paragraphs.isEmpty()
            ? name + " " + ShowTargets.period(context, line).label() + "没有目标，所以没有完成率。看目标请发：目标"
            : String.join("\n", paragraphs));
  }

  private Optional<String> paragraph(
      TargetCall context, TargetLine line, Subject subject, Metric metric) {
    return targets
        .goal(
            context.organization(),
            subject,
            metric,
            ShowTargets.period(context, line),
            context.today())
        .map(goal -> text(context, metric, goal));
  }

  private String text(TargetCall context, Metric metric, Goal goal) {
    PeriodFigures figures = actuals.of(context.organization(), goal.subject(), goal.period());
    BigDecimal actual = figures.sums().getOrDefault(metric.id(), BigDecimal.ZERO);
    Progress progress =
        targets.progress(context.organization(), goal, metric, actual, context.today(), false);
    String head =
        "%s %s %s目标%s：%s（第%d版）"
            .formatted(
                context.name(goal.subject()),
                goal.period().label(),
                metric.name(),
                FigureText.of(metric, goal.base()),
                goal.origin(),
                goal.version());
    return goal.subject().kind() == Subject.Kind.POSITION
        ? head
        : head
            + "\n完成率=%s÷%s=%s%%，%s"
                .formatted(
                    FigureText.of(metric, actual),
                    FigureText.of(metric, goal.base()),
                    NumberText.plain(progress.percent()),
                    goal.period().days().anyMatch(metric::isFedOn)
                        ? "实际由签单、回款或客户自动计入"
                        : "实际来自%d天的登记".formatted(figures.reportedDays()));
  }
}

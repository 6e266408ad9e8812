package io.github.xunbang.target.internal;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.command.ParsedNumber;
import io.github.xunbang.command.Reply;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.metric.FigureText;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.target.Goal;
import io.github.xunbang.target.Subject;
import io.github.xunbang.target.Targets;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 目标 分解 and 目标 检查: parts of a target, down the tree or over periods (S-41–S-44). */
@Component
class SplitTargets {

  private static final int SHOWN = 12;

  private final TargetStore store;
  private final Targets targets;
  private final SplitWeights weights;

  SplitTargets(TargetStore store, Targets targets, SplitWeights weights) {
    this.store = store;
    this.targets = targets;
    this.weights = weights;
  }

  /**
   * What is split.
   *
   * @param parent the stored target of the whole, or null
   */
  private record Whole(Subject subject, Metric metric, Period period, @Nullable Draft parent) {}

  /** Shows the parts, and with 生效 stores them. */
  Reply split(TargetCall context, TargetLine line, String typed) {
    Whole whole = whole(context, line);
    List<SplitParts> parts = parts(context, line, whole);
    List<BigDecimal> shares = weights.of(context, line, whole.metric(), parts);
    Draft total = total(context, line, whole, parts, shares);
    requireSum(context, line, whole.metric(), total, shares);
    boolean over = SplitParts.over(line) != null;
    SplitPlan plan =
        SplitPlan.of(
            whole.metric(),
            total,
            parts.stream()
                .map(part -> over ? part.period().label() : context.name(part.subject()))
                .toList(),
            parts.stream()
                .map(part -> TargetKey.of(part.subject(), whole.metric().id(), part.period()))
                .toList(),
            shares);
    boolean stored = line.has(LineReader.STORE);
    List<String> lines = describe(context, whole, total, plan);
    if (stored) {
      store(context, whole, total, plan);
    } else {
      lines.add(
          context
              .call()
              .definition()
              .text("preview", Map.of("line", UntrustedText.oneLine(typed, 200))));
    }
    String key = stored ? "stored" : "splitTitle";
    lines.add(0, context.call().definition().text(key, Map.of("title", title(context, whole))));
    return Reply.text(String.join("\n", lines));
  }

  /** Says by how much the parts that are set differ from the whole. */
  Reply check(TargetCall context, TargetLine line) {
    Whole whole = whole(context, line);
    Draft parent = whole.parent();
    if (parent == null || parent.base() == null) {
      throw context.rejection("noParent", Map.of("title", title(context, whole)));
    }
    List<SplitParts> parts = parts(context, line, whole);
    BigDecimal sum = BigDecimal.ZERO;
    List<String> without = new ArrayList<>();
    for (SplitParts part : parts) {
      Optional<Goal> goal = goal(context, whole, part);
      sum = sum.add(goal.map(Goal::base).orElse(BigDecimal.ZERO));
      if (goal.isEmpty()) {
        without.add(
            SplitParts.over(line) == null ? context.name(part.subject()) : part.period().label());
      }
    }
    return context
        .call()
        .reply(
            "checked",
            Map.of(
                "title", title(context, whole),
                "base", FigureText.of(whole.metric(), parent.base()),
                "sum", FigureText.of(whole.metric(), sum),
                "difference", difference(whole.metric(), sum, parent.base()),
                "without", without.isEmpty() ? "" : "\n还没定：" + limited(without)));
  }

  private Whole whole(TargetCall context, TargetLine line) {
    Subject subject = line.subject == null ? Subject.ORGANIZATION : line.subject;
    if (line.metrics.size() != 1) {
      throw context.rejection("noMetric");
    }
    Metric metric = line.metrics.get(0);
    Period period = line.period;
    if (period == null) {
      throw context.rejection("splitPeriod");
    }
    if (!Steps.addsUp(metric)) {
      throw context.rejection("notSplittable", Map.of("metric", metric.name()));
    }
    Draft parent =
        targets
            .goal(context.organization(), subject, metric, period, context.today())
            .map(goal -> Draft.of(goal.base(), goal.stretch()))
            .orElse(null);
    return new Whole(subject, metric, period, parent);
  }

  private static List<SplitParts> parts(TargetCall context, TargetLine line, Whole whole) {
    PeriodType over = SplitParts.over(line);
    List<SplitParts> parts =
        over == null
            ? SplitParts.below(context, whole.subject(), whole.period())
            : SplitParts.within(
                context.organization().periods(), whole.subject(), whole.period(), over);
    if (parts.isEmpty()) {
      throw over == null
          ? context.rejection("noParts", Map.of("name", context.name(whole.subject())))
          : context.rejection("noPeriods", Map.of("period", whole.period().label()));
    }
    return parts;
  }

  /** What is split: last year's sum × growth, a number in the line, or the stored target. */
  private Draft total(
      TargetCall context,
      TargetLine line,
      Whole whole,
      List<SplitParts> parts,
      List<BigDecimal> shares) {
    Optional<ParsedNumber> said = said(line);
    if (line.growth != null) {
      BigDecimal last =
          parts.stream()
              .map(part -> weights.lastYear(context, whole.metric(), part))
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      if (last.signum() == 0) {
        throw context.rejection("noWeights");
      }
      return Draft.of(
          Steps.nearest(whole.metric(), last.multiply(SetTargets.factor(line.growth))), null);
    }
    if (said.isPresent()) {
      return Draft.of(new Values(context).checked(whole.metric(), said.get()), null);
    }
    if (whole.parent() != null) {
      return whole.parent();
    }
    if (line.has(LineReader.AMOUNTS)) {
      return Draft.of(shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add), null);
    }
    throw context.rejection("noParent", Map.of("title", title(context, whole)));
  }

  private static Optional<ParsedNumber> said(TargetLine line) {
    if (!line.legs.isEmpty()) {
      return Optional.of(line.legs.get(0).base());
    }
    boolean weights = line.has(LineReader.WEIGHTS) || line.has(LineReader.AMOUNTS);
    return weights ? Optional.empty() : line.numbers.stream().findFirst();
  }

  /** 指定 names amounts, and those must add up (S-41). */
  private static void requireSum(
      TargetCall context, TargetLine line, Metric metric, Draft total, List<BigDecimal> shares) {
    BigDecimal sum = shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal base = Objects.requireNonNull(total.base());
    if (line.has(LineReader.AMOUNTS) && sum.compareTo(base) != 0) {
      throw context.rejection(
          "sumDiffers",
          Map.of(
              "sum", FigureText.of(metric, sum),
              "base", FigureText.of(metric, base),
              "difference", difference(metric, sum, base)));
    }
  }

  private List<String> describe(TargetCall context, Whole whole, Draft total, SplitPlan plan) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < plan.names().size() && i < SHOWN; i++) {
      lines.add(
          plan.names().get(i)
              + " "
              + GoalText.values(whole.metric(), plan.drafts().get(i))
              + before(context, whole, plan, i));
    }
    if (plan.names().size() > SHOWN) {
      lines.add("…共" + plan.names().size() + "份");
    }
    lines.add("合计 " + FigureText.of(whole.metric(), plan.sum()));
    if (plan.remainder() != null) {
      lines.add(plan.remainder());
    }
    Draft parent = whole.parent();
    BigDecimal base = Objects.requireNonNull(total.base());
    if (parent != null && parent.base() != null && parent.base().compareTo(base) != 0) {
      lines.add(
          "与现有目标"
              + FigureText.of(whole.metric(), parent.base())
              + "相比，"
              + difference(whole.metric(), base, parent.base()));
    }
    return lines;
  }

  private String before(TargetCall context, Whole whole, SplitPlan plan, int index) {
    return current(context, plan.keys().get(index))
        .filter(draft -> !draft.sameAs(plan.drafts().get(index)))
        .map(draft -> "（原" + GoalText.values(whole.metric(), draft) + "）")
        .orElse("");
  }

  private Optional<Draft> current(TargetCall context, TargetKey key) {
    return store
        .startingWith(context.organization().id(), Objects.requireNonNull(key.period()))
        .find(key)
        .flatMap(StoredTarget::current)
        .map(Version::draft);
  }

  /** A whole that has no target yet is stored with its parts. */
  private void store(TargetCall context, Whole whole, Draft total, SplitPlan plan) {
    if (whole.period().end().isBefore(context.today())) {
      throw context.rejection("over", Map.of("period", whole.period().label()));
    }
    Map<TargetKey, Draft> drafts = new LinkedHashMap<>();
    if (whole.parent() == null) {
      drafts.put(TargetKey.of(whole.subject(), whole.metric().id(), whole.period()), total);
    }
    for (int i = 0; i < plan.keys().size(); i++) {
      if (Objects.requireNonNull(plan.drafts().get(i).base()).signum() > 0) {
        drafts.put(plan.keys().get(i), plan.drafts().get(i));
      }
    }
    store.change(context.organization().id(), drafts, context.author());
  }

  private Optional<Goal> goal(TargetCall context, Whole whole, SplitParts part) {
    Organization organization = context.organization();
    return targets.goal(
        organization, part.subject(), whole.metric(), part.period(), context.today());
  }

  private static String title(TargetCall context, Whole whole) {
    return context.name(whole.subject())
        + " "
        + whole.period().label()
        + " "
        + whole.metric().name();
  }

  private static String difference(Metric metric, BigDecimal sum, BigDecimal base) {
    BigDecimal difference = sum.subtract(base);
    return switch (difference.signum()) {
      case 1 -> "多" + FigureText.of(metric, difference);
      case -1 -> "少" + FigureText.of(metric, difference.negate());
      default -> "正好";
    };
  }

  private static String limited(List<String> names) {
    String shown = String.join("、", names.subList(0, Math.min(SHOWN, names.size())));
    return names.size() > SHOWN ? shown + "…共" + names.size() + "个" : shown;
  }
}

package io.github.xunbang.target.internal;

import io.github.xunbang.command.ParsedNumber;
import io.github.xunbang.command.Reply;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.metric.FigureText;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.target.Targets;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** 目标 分解: parts of a target, down the tree or over periods (S-41–S-44). */
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

  /** Shows the parts, and with 生效 stores them. */
  Reply split(TargetCall context, TargetLine line, String typed) {
    SplitWhole whole = SplitWhole.of(context, line, targets);
    List<SplitParts> parts = whole.parts(context, line);
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
    lines.add(0, context.call().definition().text(key, Map.of("title", whole.title(context))));
    return Reply.text(String.join("\n", lines));
  }

  /** What is split: last year's sum × growth, a number in the line, or the stored target. */
  private Draft total(
      TargetCall context,
      TargetLine line,
      SplitWhole whole,
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
    throw context.rejection("noParent", Map.of("title", whole.title(context)));
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
              "difference", SplitWhole.difference(metric, sum, base)));
    }
  }

  private List<String> describe(TargetCall context, SplitWhole whole, Draft total, SplitPlan plan) {
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
              + SplitWhole.difference(whole.metric(), base, parent.base()));
    }
    return lines;
  }

  private String before(TargetCall context, SplitWhole whole, SplitPlan plan, int index) {
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
  private void store(TargetCall context, SplitWhole whole, Draft total, SplitPlan plan) {
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
}

package io.github.xunbang.target.internal;

import io.github.xunbang.command.Reply;
import io.github.xunbang.metric.FigureText;
import io.github.xunbang.target.Goal;
import io.github.xunbang.target.Targets;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** 目标 检查: whether the parts that are set add up to the whole (S-41). */
@Component
class CheckTargets {

  private static final int SHOWN = 12;

  private final Targets targets;

  CheckTargets(Targets targets) {
    this.targets = targets;
  }

  /** Says by how much the parts that are set differ from the whole. */
  Reply check(TargetCall context, TargetLine line) {
    SplitWhole whole = SplitWhole.of(context, line, targets);
    Draft parent = whole.parent();
    if (parent == null || parent.base() == null) {
      throw context.rejection("noParent", Map.of("title", whole.title(context)));
    }
    List<SplitParts> parts = whole.parts(context, line);
    BigDecimal sum = BigDecimal.ZERO;
    List<String> without = new ArrayList<>();
    for (SplitParts part : parts) {
      Optional<Goal> goal =
          targets.goal(
              context.organization(),
              part.subject(),
              whole.metric(),
              part.period(),
              context.today());
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
                "title", whole.title(context),
                "base", FigureText.of(whole.metric(), parent.base()),
                "sum", FigureText.of(whole.metric(), sum),
                "difference", SplitWhole.difference(whole.metric(), sum, parent.base()),
                "without", without.isEmpty() ? "" : "\n还没定：" + limited(without)));
  }

  private static String limited(List<String> names) {
    String shown = String.join("、", names.subList(0, Math.min(SHOWN, names.size())));
    return names.size() > SHOWN ? shown + "…共" + names.size() + "个" : shown;
  }
}

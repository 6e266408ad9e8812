package io.github.xunbang.incentive.engine.internal;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.incentive.engine.Engine;
import io.github.xunbang.incentive.engine.Facts;
import io.github.xunbang.incentive.engine.Line;
import io.github.xunbang.incentive.engine.Outcome;
import io.github.xunbang.incentive.rule.Audience;
import io.github.xunbang.incentive.rule.Measure;
import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.rule.Scheme;
import io.github.xunbang.incentive.rule.Selection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Settles rule by rule, the best before the last, then looks at the budget. */
@Component
class DefaultEngine implements Engine {

  /** A list that both ends of are named. */
  private record Ranked(Measure by, Audience audience) {}

  @Override
  public Outcome settle(List<Rule> rules, Period period, Scheme.@Nullable Cap cap, Facts facts) {
    Scene scene = new Scene(facts, period);
    List<RuleRun> runs = rules.stream().map(rule -> new RuleRun(scene, rule)).toList();
    Map<Ranked, Set<String>> taken = taken(runs);
    List<Settled> settled = runs.stream().map(run -> settle(run, taken)).toList();
    return outcome(settled, cap, findings(scene, rules, settled));
  }

  /** Who has a place at the good end of each list, open ties included. */
  private static Map<Ranked, Set<String>> taken(List<RuleRun> runs) {
    Map<Ranked, Set<String>> taken = new HashMap<>();
    for (RuleRun run : runs) {
      if (run.rule().selection() instanceof Selection.Best best) {
        taken
            .computeIfAbsent(new Ranked(best.by(), run.rule().audience()), key -> new HashSet<>())
            .addAll(run.winners());
      }
    }
    return taken;
  }

  private static Settled settle(RuleRun run, Map<Ranked, Set<String>> taken) {
    return run.rule().selection() instanceof Selection.Last last
        ? run.settle(taken.getOrDefault(new Ranked(last.by(), run.rule().audience()), Set.of()))
        : run.settle(Set.of());
  }

  private static List<Outcome.Finding> findings(
      Scene scene, List<Rule> rules, List<Settled> settled) {
    Cliffs cliffs = new Cliffs(scene, rules);
    List<Outcome.Finding> findings = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      findings.addAll(settled.get(i).findings());
      findings.addAll(cliffs.of(rules.get(i)));
    }
    return findings;
  }

  private static Outcome outcome(
      List<Settled> settled, Scheme.@Nullable Cap cap, List<Outcome.Finding> findings) {
    List<Line> lines = settled.stream().flatMap(one -> one.lines().stream()).toList();
    if (cap == null) {
      return new Outcome(lines, findings);
    }
    Budget budget = new Budget(cap, settled);
    if (!budget.isExceeded()) {
      return new Outcome(lines, findings);
    }
    findings.add(budget.finding());
    return new Outcome(lines.stream().map(budget::limited).toList(), findings);
  }
}

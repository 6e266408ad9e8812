package io.github.xunbang.incentive.engine.internal;

import io.github.xunbang.incentive.engine.Candidate;
import io.github.xunbang.incentive.engine.Line;
import io.github.xunbang.incentive.engine.Outcome;
import io.github.xunbang.incentive.rule.Audience;
import io.github.xunbang.incentive.rule.Condition;
import io.github.xunbang.incentive.rule.Payout;
import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.rule.Selection;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Settles one rule. */
final class RuleRun {

  private final Scene scene;
  private final Rule rule;
  private final Conditions conditions;
  private final Payouts payouts;
  private final Lines lines;
  private final List<Candidate> eligible = new ArrayList<>();
  private final List<Candidate> near = new ArrayList<>();
  private final List<Outcome.Finding> findings = new ArrayList<>();
  private Selections.@Nullable Selected best;

  RuleRun(Scene scene, Rule rule) {
    this.scene = scene;
    this.rule = rule;
    conditions = new Conditions(scene);
    payouts = new Payouts(scene, rule);
    lines = new Lines(scene, rule);
    judge();
  }

  Rule rule() {
    return rule;
  }

  /** Finds who meets the conditions. */
  private void judge() {
    List<Candidate> audience = scene.roster().of(rule.audience());
    if (audience.isEmpty()) {
      findings.add(nobody());
    }
    MissingBasis missing = new MissingBasis(scene);
    missing.metrics(rule).forEach(name -> find("没有设" + name + "目标，本条没有结果"));
    missing.sheets(rule).forEach(name -> find(name + "还没有人打分，本条没有结果"));
    for (Candidate who : audience) {
      switch (conditions.of(who, rule.conditions())) {
        case HOLDS -> eligible.add(who);
        case NEAR -> near.add(who);
        case FAILS -> {}
      }
    }
  }

  /**
   * Who has a place at the good end of the list, open ties included; nobody without such a list.
   */
  Set<String> winners() {
    return rule.selection() instanceof Selection.Best one
        ? Selections.ids(best(one).groups())
        : Set.of();
  }

  private Selections.Selected best(Selection.Best one) {
    if (best == null) {
      best = new Selections(scene).best(rule, one, eligible);
    }
    return best;
  }

  /**
   * The rule's lines.
   *
   * @param taken who has a place at the good end of the same list
   */
  Settled settle(Set<String> taken) {
    return rule.selection() instanceof Selection.Everyone ? everyone() : placed(taken);
  }

  private Settled everyone() {
    List<Line> out = new ArrayList<>();
    Set<String> in = ids(eligible);
    Set<String> beside = ids(near);
    for (Candidate who : scene.roster().of(rule.audience())) {
      if (in.contains(who.id())) {
        payouts.single(who).ifPresent(draft -> out.addAll(lines.of(draft, List.of())));
      } else if (beside.contains(who.id())) {
        lines.beside(who).ifPresent(out::add);
      } else {
        warning(who).ifPresent(out::add);
      }
    }
    return new Settled(out, findings, BigDecimal.ZERO);
  }

  private Settled placed(Set<String> taken) {
    for (Candidate who : near) {
      find(who.name() + "的数字在界线旁边，没有参加排名，请确认");
    }
    Selections.Selected selected = select(taken);
    if (selected.cut() != null) {
      find(selected.cut());
    }
    List<Line> out = new ArrayList<>();
    BigDecimal pool = BigDecimal.ZERO;
    for (Group group : selected.groups()) {
      for (Draft draft : payouts.group(group).toList()) {
        out.addAll(lines.of(draft, group.how().apply(draft.who())));
        pool = pool.add(draft.pool());
      }
    }
    return new Settled(out, findings, pool);
  }

  private Selections.Selected select(Set<String> taken) {
    Selections selections = new Selections(scene);
    if (rule.selection() instanceof Selection.Best one) {
      return best(one);
    }
    if (rule.selection() instanceof Selection.Last last) {
      return selections.last(rule, last, eligible, taken);
    }
    if (rule.selection() instanceof Selection.Race race) {
      return selections.race(rule, race, eligible);
    }
    throw new IllegalStateException("Unknown selection: " + rule.selection());
  }

  /** A notice in the periods before the last of several in a row (S-106). */
  private Optional<Line> warning(Candidate who) {
    if (!rule.guard().warns()) {
      return Optional.empty();
    }
    @Nullable Condition unfinished = null;
    int soFar = 0;
    for (Condition one : rule.conditions()) {
      int run = conditions.run(who, one);
      if (run == 0) {
        return Optional.empty();
      }
      if (run < one.consecutive() && unfinished == null) {
        unfinished = one;
        soFar = run;
      }
    }
    return unfinished == null
        ? Optional.empty()
        : Optional.of(lines.warning(who, unfinished, soFar, consequence()));
  }

  private String consequence() {
    return rule.payout() instanceof Payout.Words words ? words.words() : rule.title();
  }

  private Outcome.Finding nobody() {
    String whom = rule.audience().kind() == Audience.Kind.UNITS ? "单位" : "人员";
    return new Outcome.Finding(rule.id(), rule.title() + "：没有适用的" + whom, true);
  }

  private void find(String text) {
    findings.add(new Outcome.Finding(rule.id(), rule.title() + "：" + text));
  }

  private static Set<String> ids(List<Candidate> some) {
    return some.stream().map(Candidate::id).collect(Collectors.toSet());
  }
}

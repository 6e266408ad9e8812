package io.github.xunbang.incentive.engine.internal;

import io.github.xunbang.incentive.engine.Candidate;
import io.github.xunbang.incentive.rule.Condition;
import io.github.xunbang.incentive.rule.GoalLine;
import io.github.xunbang.incentive.rule.Limit;
import io.github.xunbang.incentive.rule.Measure;
import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.rule.Selection;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds rules that pay nobody because what they judge by is missing: nobody they concern has the
 * target, or nobody was scored.
 */
final class MissingBasis {

  private final Scene scene;

  MissingBasis(Scene scene) {
    this.scene = scene;
  }

  private record Needed(Condition.Of of, String metricId, GoalLine line) {}

  /** The names of the metrics that a rule needs a target of and nobody has. */
  List<String> metrics(Rule rule) {
    List<Candidate> audience = scene.roster().of(rule.audience());
    Set<String> names = new LinkedHashSet<>();
    for (Needed needed : needed(rule)) {
      if (!audience.isEmpty() && audience.stream().noneMatch(who -> hasGoal(who, needed))) {
        names.add(scene.measures().metric(needed.metricId()).name());
      }
    }
    return new ArrayList<>(names);
  }

  /** The sheets that a rule looks at and on which nobody it concerns was scored. */
  List<String> sheets(Rule rule) {
    List<Candidate> audience = scene.roster().of(rule.audience());
    return rule.measures().stream()
        .flatMap(MissingBasis::sheet)
        .distinct()
        .filter(sheet -> audience.stream().noneMatch(who -> scene.measure(who, sheet).isPresent()))
        .map(Measure.Score::sheet)
        .toList();
  }

  private static Stream<Measure.Score> sheet(Measure measure) {
    if (measure instanceof Measure.Score score) {
      return Stream.of(score);
    }
    return measure instanceof Measure.Weighted weighted
        ? weighted.parts().stream().flatMap(part -> sheet(part.measure()))
        : Stream.empty();
  }

  private boolean hasGoal(Candidate who, Needed needed) {
    Optional<Subject> subject =
        needed.of() == Condition.Of.SELF ? Optional.of(Subject.of(who)) : Subject.homeOf(who);
    return subject
        .flatMap(
            one -> scene.measures().goal(one, needed.metricId(), needed.line(), scene.period()))
        .isPresent();
  }

  private static List<Needed> needed(Rule rule) {
    Stream<Needed> own =
        Stream.concat(rule.selection().measure().stream(), rule.payout().measure().stream())
            .flatMap(measure -> of(Condition.Of.SELF, measure));
    Stream<Needed> line =
        rule.selection() instanceof Selection.Race race
            ? of(Condition.Of.SELF, race.metricId(), race.line())
            : Stream.empty();
    Stream<Needed> conditions = rule.conditions().stream().flatMap(MissingBasis::of);
    return Stream.of(own, line, conditions).flatMap(all -> all).toList();
  }

  private static Stream<Needed> of(Condition condition) {
    Stream<Needed> limits =
        condition.measure() instanceof Measure.Value value
            ? Stream.of(Optional.ofNullable(condition.min()), Optional.ofNullable(condition.max()))
                .flatMap(Optional::stream)
                .flatMap(limit -> of(condition.of(), value.metricId(), limit))
            : Stream.empty();
    return Stream.concat(limits, of(condition.of(), condition.measure()));
  }

  private static Stream<Needed> of(Condition.Of of, String metricId, Limit limit) {
    return limit instanceof Limit.Goal goal
        ? Stream.of(new Needed(of, metricId, goal.line()))
        : Stream.empty();
  }

  private static Stream<Needed> of(Condition.Of of, Measure measure) {
    if (measure instanceof Measure.Attainment attainment) {
      return Stream.of(new Needed(of, attainment.metricId(), attainment.line()));
    }
    if (measure instanceof Measure.Shortfall shortfall) {
      return Stream.of(new Needed(of, shortfall.metricId(), GoalLine.BASE));
    }
    return measure instanceof Measure.Weighted weighted
        ? weighted.parts().stream().flatMap(part -> of(of, part.measure()))
        : Stream.empty();
  }
}

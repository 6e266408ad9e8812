package io.github.xunbang.incentive.engine.internal;

import io.github.xunbang.calendar.DateText;
import io.github.xunbang.incentive.engine.Candidate;
import io.github.xunbang.incentive.engine.Facts;
import io.github.xunbang.incentive.engine.internal.Placing.Scored;
import io.github.xunbang.incentive.rule.Limit;
import io.github.xunbang.incentive.rule.Measure;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who reached a line of a metric, and when. */
final class Finishers {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  private final Scene scene;
  private final String metricId;

  Finishers(Scene scene, String metricId) {
    this.scene = scene;
    this.metricId = metricId;
  }

  /** Places in order of the instants; the same instant is a tie. */
  List<Group> groups(Placing placing, Limit line, List<Candidate> runners) {
    List<Scored<Instant>> sorted =
        runners.stream()
            .flatMap(who -> finish(who, line))
            .sorted(Comparator.comparing(Scored::key))
            .toList();
    return placing.groups(sorted, (one, first, last) -> List.of(text(one, line)));
  }

  private Stream<Scored<Instant>> finish(Candidate who, Limit line) {
    return number(who, line)
        .flatMap(number -> scene.facts().reachedAt(who.id(), metricId, number, scene.period()))
        .map(at -> new Scored<>(who, at))
        .stream();
  }

  private Optional<BigDecimal> number(Candidate who, Limit line) {
    return new Conditions(scene)
        .number(Subject.of(who), new Measure.Value(metricId), line, scene.period());
  }

  /** {@code 12月5日14:03:27签单达到目标20单}. */
  private String text(Scored<Instant> one, Limit line) {
    ZonedDateTime at = one.key().atZone(scene.facts().zone());
    Facts.MetricFacts metric = scene.measures().metric(metricId);
    return DateText.shortDay(at.toLocalDate())
        + TIME.format(at)
        + metric.name()
        + "达到"
        + (line instanceof Limit.Goal goal ? ConditionText.goalName(goal) : "")
        + number(one.who(), line).map(Numbers::of).orElse("")
        + metric.unit();
  }
}

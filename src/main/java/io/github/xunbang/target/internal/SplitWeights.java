package io.github.xunbang.target.internal;

import io.github.xunbang.command.ParsedNumber;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.target.Subject;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** By what a target is split: evenly, by given weights, heads, workdays, or last year's figures. */
@Component
class SplitWeights {

  private final Actuals actuals;
  private final WorkdayCounts workdays;

  SplitWeights(Actuals actuals, WorkdayCounts workdays) {
    this.actuals = actuals;
    this.workdays = workdays;
  }

  /**
   * One weight for each part.
   *
   * @throws io.github.xunbang.command.CommandRejectedException when given ones do not fit the parts
   */
  List<BigDecimal> of(TargetCall context, TargetLine line, Metric metric, List<SplitParts> parts) {
    List<BigDecimal> weights;
    if (line.has(LineReader.WEIGHTS) || line.has(LineReader.AMOUNTS)) {
      weights = given(context, line, parts);
    } else if (line.has(LineReader.BY_HEADS)) {
      weights = parts.stream().map(part -> heads(context, part)).toList();
    } else if (line.has(LineReader.BY_WORKDAYS)) {
      weights = parts.stream().map(part -> workdays(context, part)).toList();
    } else if (line.has(LineReader.BY_LAST_YEAR)) {
      weights = parts.stream().map(part -> lastYear(context, metric, part)).toList();
    } else {
      weights = parts.stream().map(part -> BigDecimal.ONE).toList();
    }
    if (weights.stream().allMatch(weight -> weight.signum() == 0)) {
      throw context.rejection("noWeights");
    }
    return weights;
  }

  /** What the part reached a year before; a negative sum counts 0. */
  BigDecimal lastYear(TargetCall context, Metric metric, SplitParts part) {
    Organization organization = context.organization();
    return actuals
        .of(organization, part.subject(), organization.periods().yearBefore(part.period()))
        .sums()
        .getOrDefault(metric.id(), BigDecimal.ZERO)
        .max(BigDecimal.ZERO);
  }

  private static List<BigDecimal> given(
      TargetCall context, TargetLine line, List<SplitParts> parts) {
    List<BigDecimal> values =
        SplitParts.over(line) == null
            ? bySubject(context, line, parts)
            : line.numbers.stream().map(ParsedNumber::value).toList();
    if (values.size() != parts.size()) {
      throw context.rejection("weightCount", Map.of("count", parts.size(), "given", values.size()));
    }
    if (values.stream().anyMatch(value -> value.signum() < 0)) {
      throw context.rejection("noWeights");
    }
    return values;
  }

  private static List<BigDecimal> bySubject(
      TargetCall context, TargetLine line, List<SplitParts> parts) {
    Map<Subject, BigDecimal> given = new HashMap<>();
    line.parts.forEach(part -> given.put(part.subject(), part.number().value()));
    List<Subject> wanted = parts.stream().map(SplitParts::subject).toList();
    String missing =
        names(context, wanted.stream().filter(one -> !given.containsKey(one)).toList());
    String strange =
        names(context, given.keySet().stream().filter(one -> !wanted.contains(one)).toList());
    if (!strange.isEmpty()) {
      throw context.rejection("strangePart", Map.of("names", strange));
    }
    if (!missing.isEmpty()) {
      throw context.rejection("missingPart", Map.of("names", missing));
    }
    return wanted.stream().map(given::get).toList();
  }

  private static String names(TargetCall context, List<Subject> subjects) {
    return subjects.stream().limit(8).map(context::name).collect(Collectors.joining("、"));
  }

  private static BigDecimal heads(TargetCall context, SplitParts part) {
    return part.subject().kind() == Subject.Kind.UNIT
        ? BigDecimal.valueOf(
            context.organization().membersWithin(part.subject().id(), context.today()).size())
        : BigDecimal.ONE;
  }

  private BigDecimal workdays(TargetCall context, SplitParts part) {
    boolean person = part.subject().kind() == Subject.Kind.MEMBER;
    return workdays.count(
        context.organization().id(),
        person ? part.subject().id() : null,
        part.period().start(),
        part.period().end());
  }
}

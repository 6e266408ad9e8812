package io.github.xunbang.incentive.facts;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.incentive.engine.Candidate;
import io.github.xunbang.incentive.engine.Facts;
import io.github.xunbang.incentive.rule.Audience;
import io.github.xunbang.incentive.rule.GoalLine;
import io.github.xunbang.incentive.rule.Limit;
import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.incentive.rule.Selection;
import io.github.xunbang.metric.DaySheet;
import io.github.xunbang.metric.DaySheets;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When subjects crossed a line for good (S-86). Entries are read only of those who ended at or
 * above the lowest line of the races in question, all together at the first question.
 */
final class Races {

  private final Function<Period, DaySheets> sheetsOf;
  private final Organization organization;
  private final List<Rule> rules;
  private final Facts facts;
  private final Map<Period, DaySheets> sheets = new HashMap<>();
  private final Map<Asked, Crossing> crossings = new HashMap<>();
  private final Map<At, List<Member>> homes = new HashMap<>();

  Races(
      Function<Period, DaySheets> sheetsOf,
      Organization organization,
      List<Rule> rules,
      Facts facts) {
    this.sheetsOf = sheetsOf;
    this.organization = organization;
    this.rules = rules.stream().filter(rule -> rule.selection() instanceof Selection.Race).toList();
    this.facts = facts;
  }

  private record Asked(String subjectId, String metricId, Period period) {}

  private record At(String unitId, Period period) {}

  /** The crossing of a subject that ended at or above the line. */
  Optional<Instant> reachedAt(String subjectId, Metric metric, BigDecimal line, Period period) {
    Asked asked = new Asked(subjectId, metric.id(), period);
    Crossing known = crossings.get(asked);
    if (known == null) {
      known = crossing(subjectId, metric, period);
      crossings.put(asked, known);
    }
    return known.of(line);
  }

  private Crossing crossing(String subjectId, Metric metric, Period period) {
    DaySheets known = sheets.computeIfAbsent(period, this::ofContenders);
    known.read(sources(subjectId, period));
    Crossing crossing = new Crossing(metric.id());
    if (organization.member(subjectId).isPresent()) {
      known.of(subjectId).forEach(crossing::add);
    } else {
      addUnit(crossing, subjectId, metric, known, period);
    }
    return crossing;
  }

  private void addUnit(
      Crossing crossing, String unitId, Metric metric, DaySheets known, Period period) {
    Set<String> within = organization.units().within(unitId);
    if (metric.countsOwn()) {
      within.forEach(id -> known.of(id).forEach(crossing::add));
    }
    if (metric.countsMembers()) {
      for (Member member : everHomeIn(unitId, period)) {
        known.of(member.id()).stream()
            .filter(sheet -> isHome(member, sheet, within))
            .forEach(crossing::add);
      }
    }
  }

  private static boolean isHome(Member member, DaySheet sheet, Set<String> within) {
    String home = member.unitIdOn(sheet.day());
    return home != null && within.contains(home);
  }

  /** Members, guests too, whose home was the unit or one below it on some day of the period. */
  private List<Member> everHomeIn(String unitId, Period period) {
    return homes.computeIfAbsent(new At(unitId, period), this::readHomes);
  }

  private List<Member> readHomes(At at) {
    Set<String> within = organization.units().within(at.unitId());
    Period period = at.period();
    return organization.members().stream()
        .filter(member -> !member.leftBefore(period.start()))
        .filter(
            member ->
                Stream.concat(
                        Stream.of(period.start()),
                        member.assignments().stream()
                            .map(assignment -> assignment.since())
                            .filter(period::contains))
                    .map(member::unitIdOn)
                    .filter(Objects::nonNull)
                    .anyMatch(within::contains))
        .toList();
  }

  private DaySheets ofContenders(Period period) {
    Set<String> contenders = new HashSet<>();
    for (Rule rule : rules) {
      if (rule.period() == period.type()) {
        Selection.Race race = (Selection.Race) rule.selection();
        candidates(rule, period).stream()
            .map(Candidate::id)
            .filter(id -> mayCount(id, race, period))
            .forEach(id -> contenders.addAll(sources(id, period)));
      }
    }
    DaySheets read = sheetsOf.apply(period);
    read.read(contenders);
    return read;
  }

  private List<Candidate> candidates(Rule rule, Period period) {
    return rule.audience().kind() == Audience.Kind.UNITS
        ? facts.units(period)
        : facts.members(period);
  }

  private boolean mayCount(String id, Selection.Race race, Period period) {
    BigDecimal value = facts.value(id, race.metricId(), period).orElse(BigDecimal.ZERO);
    return Stream.of(Optional.of(race.line()), Optional.ofNullable(race.fallback()))
        .flatMap(Optional::stream)
        .map(limit -> number(limit, id, race.metricId(), period))
        .anyMatch(line -> line != null && value.compareTo(line) >= 0);
  }

  private @Nullable BigDecimal number(Limit limit, String id, String metricId, Period period) {
    if (limit instanceof Limit.Number number) {
      return number.value();
    }
    GoalLine line = ((Limit.Goal) limit).line();
    return facts
        .goals(id, metricId, period)
        .map(goals -> line == GoalLine.BASE ? goals.base() : goals.stretch())
        .orElse(null);
  }

  /** Whose sheets make up the subject's value. */
  private Set<String> sources(String subjectId, Period period) {
    if (organization.member(subjectId).isPresent()) {
      return Set.of(subjectId);
    }
    Set<String> sources = new HashSet<>(organization.units().within(subjectId));
    everHomeIn(subjectId, period).forEach(member -> sources.add(member.id()));
    return sources;
  }
}

package io.github.xunbang.incentive.facts;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.command.Access;
import io.github.xunbang.incentive.engine.Candidate;
import io.github.xunbang.incentive.engine.Facts;
import io.github.xunbang.incentive.rule.Rule;
import io.github.xunbang.metric.DaySheets;
import io.github.xunbang.metric.Formula;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.PeriodFigures;
import io.github.xunbang.metric.ReportPunctuality.Counts;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.target.Subject;
import io.github.xunbang.target.Targets;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The facts of one settlement. Whatever is read is read for everybody at once and kept, so that the
 * same question has the same answer while entries go on coming in. Not for several threads.
 */
final class StoredFacts implements Facts {

  private static final Counts PUNCTUAL = new Counts(0, 0);

  private final StoredFactsReader.Sources sources;
  private final Organization organization;
  private final Map<String, Metric> metrics;
  private final Candidates candidates;
  private final CareUnits care;
  private final Races races;

  private final Map<Period, DaySheets> sheets = new HashMap<>();
  private final Map<Period, List<Candidate>> judged = new HashMap<>();
  private final Map<Period, Map<String, PeriodFigures>> figures = new HashMap<>();
  private final Map<GoalKey, Optional<Goals>> goals = new HashMap<>();
  private final Map<Period, Map<String, Counts>> punctuality = new HashMap<>();
  private final Map<Period, Map<String, Integer>> votes = new HashMap<>();
  private final Map<SheetKey, Map<String, BigDecimal>> scores = new HashMap<>();

  StoredFacts(StoredFactsReader.Sources sources, Organization organization, List<Rule> rules) {
    this.sources = sources;
    this.organization = organization;
    metrics =
        sources.metrics().metrics(organization.id()).stream()
            .collect(Collectors.toMap(Metric::id, Function.identity()));
    candidates = new Candidates(organization, sources.registers());
    care = new CareUnits(organization);
    races = new Races(this::sheets, organization, rules, this);
  }

  private record GoalKey(String subjectId, String metricId, Period period) {}

  private record SheetKey(String sheet, Period period) {}

  @Override
  public List<Candidate> members(Period period) {
    return judged.computeIfAbsent(
        period,
        asked -> candidates.members(asked).stream().filter(one -> isJudged(one, asked)).toList());
  }

  @Override
  public List<Candidate> units(Period period) {
    return candidates.units(period);
  }

  @Override
  public MetricFacts metric(String metricId) {
    Metric metric = known(metricId);
    return new MetricFacts(
        metric.name(),
        metric.unit(),
        addsUp(metric),
        metric.direction() == Metric.Direction.LOWER,
        metric.kind() == Metric.Kind.AMOUNT);
  }

  @Override
  public Optional<BigDecimal> value(String subjectId, String metricId, Period period) {
    PeriodFigures own = figures.computeIfAbsent(period, this::readFigures).get(subjectId);
    return own == null ? Optional.empty() : Optional.ofNullable(own.sums().get(metricId));
  }

  @Override
  public Optional<Goals> goals(String subjectId, String metricId, Period period) {
    return goals.computeIfAbsent(new GoalKey(subjectId, metricId, period), this::readGoals);
  }

  @Override
  public Optional<BigDecimal> unitsValue(String memberId, String metricId, Period period) {
    List<String> unitIds = care.of(memberId, period);
    // Only what adds up over days adds up over stores; a share in percent does not.
    if (unitIds.size() > 1 && !metric(metricId).addsUp()) {
      return Optional.empty();
    }
    return unitIds.stream()
        .flatMap(unitId -> value(unitId, metricId, period).stream())
        .reduce(BigDecimal::add);
  }

  @Override
  public Optional<Instant> reachedAt(
      String subjectId, String metricId, BigDecimal line, Period period) {
    Metric metric = known(metricId);
    boolean ended =
        value(subjectId, metricId, period).filter(end -> reaches(end, line)).isPresent();
    return ended && !metric.isDerived() && addsUp(metric)
        ? races.reachedAt(subjectId, metric, line, period)
        : Optional.empty();
  }

  @Override
  public int missingReports(String memberId, Period period) {
    return counts(memberId, period).missing();
  }

  @Override
  public int lateReports(String memberId, Period period) {
    return counts(memberId, period).late();
  }

  @Override
  public int votes(String memberId, Period period) {
    return votes
        .computeIfAbsent(period, asked -> sources.registers().votes(organization.id(), asked))
        .getOrDefault(memberId, 0);
  }

  @Override
  public Optional<BigDecimal> score(String memberId, String sheet, Period period) {
    Map<String, BigDecimal> all =
        scores.computeIfAbsent(
            new SheetKey(sheet, period),
            key -> sources.registers().scores(organization.id(), key.sheet(), key.period()));
    return Optional.ofNullable(all.get(memberId));
  }

  @Override
  public ZoneId zone() {
    return organization.businessDay().zone();
  }

  @Override
  public Period previous(Period period) {
    return organization.periods().previous(period);
  }

  /**
   * A manager without a job runs the team and is judged only for a period that they reported in or
   * have a target for, as boards have it; else they would be listed with their zeros.
   */
  private boolean isJudged(Candidate who, Period period) {
    boolean runsTheTeam =
        who.position() == null
            && organization
                .member(who.id())
                .filter(member -> member.access().covers(Access.MANAGER))
                .isPresent();
    return !runsTheTeam || hasReported(who.id(), period) || hasGoal(who.id(), period);
  }

  private boolean hasReported(String memberId, Period period) {
    PeriodFigures own = figures.computeIfAbsent(period, this::readFigures).get(memberId);
    return own != null && !own.sums().isEmpty();
  }

  private boolean hasGoal(String memberId, Period period) {
    return metrics.values().stream()
        .filter(Metric::active)
        .anyMatch(metric -> goals(memberId, metric.id(), period).isPresent());
  }

  private static boolean reaches(BigDecimal value, BigDecimal line) {
    return value.compareTo(line) >= 0;
  }

  private Metric known(String metricId) {
    Metric metric = metrics.get(metricId);
    if (metric == null) {
      throw new IllegalArgumentException("Unknown metric: " + metricId);
    }
    return metric;
  }

  /** A score adds up when all its parts do, so that nothing reported is a score of 0. */
  private boolean addsUp(Metric metric) {
    return metric.formula() == null
        ? metric.effectiveRollUp() == Metric.RollUp.SUM
        : metric.formula() instanceof Formula.Weighted weighted
            && weighted.metricIds().stream()
                .map(metrics::get)
                .allMatch(part -> part != null && !part.isDerived() && addsUp(part));
  }

  private Map<String, PeriodFigures> readFigures(Period period) {
    return sources
        .figures()
        .ofMembersAndUnits(
            organization, candidates.present(period), candidates.open(period), period);
  }

  private Optional<Goals> readGoals(GoalKey key) {
    Subject.Kind kind =
        organization.member(key.subjectId()).isPresent() ? Subject.Kind.MEMBER : Subject.Kind.UNIT;
    Targets targets = sources.targets();
    return targets
        .goal(
            organization,
            new Subject(kind, key.subjectId()),
            known(key.metricId()),
            key.period(),
            key.period().end())
        .filter(goal -> goal.base().signum() > 0)
        .map(goal -> new Goals(goal.base(), goal.stretch()));
  }

  private Counts counts(String memberId, Period period) {
    return punctuality
        .computeIfAbsent(period, this::readPunctuality)
        .getOrDefault(memberId, PUNCTUAL);
  }

  private Map<String, Counts> readPunctuality(Period period) {
    return sources.punctuality().over(organization, candidates.present(period), sheets(period));
  }

  private DaySheets sheets(Period period) {
    return sheets.computeIfAbsent(
        period, asked -> new DaySheets(sources.ledger(), organization.id(), asked));
  }
}

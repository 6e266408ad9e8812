package io.github.xunbang.digest.pack;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.digest.pack.RecoveryCase.Answer;
import io.github.xunbang.digest.pack.RecoveryCase.Shortfall;
import io.github.xunbang.digest.pack.RecoveryDocument.Round;
import io.github.xunbang.message.UntrustedText;
import io.github.xunbang.metric.FigureText;
import io.github.xunbang.metric.Figures;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.MetricCatalog;
import io.github.xunbang.metric.PeriodFigures;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.organization.OrganizationDeleted;
import io.github.xunbang.organization.Responsibility;
import io.github.xunbang.organization.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Who is asked for a recovery plan, what they said, and what became of it (S-126, S-130, S-131,
 * S-133). The last two rounds are kept: the one that is open, and the one a meeting follows up.
 */
@Component
class RecoveryBook {

  private static final int MOST_CASES = 300;
  private static final int SHOWN = 10;
  private static final int TEXT = 24;

  private final RecoveryRepository repository;
  private final Laggards laggards;
  private final Figures figures;
  private final MetricCatalog metrics;

  RecoveryBook(
      RecoveryRepository repository, Laggards laggards, Figures figures, MetricCatalog metrics) {
    this.repository = repository;
    this.laggards = laggards;
    this.figures = figures;
    this.metrics = metrics;
  }

  /** Opens the cases of a finished period once; a second call finds them open. */
  Round open(Organization organization, Period period) {
    Round round =
        new Round(
            period.type().name(),
            period.start().toString(),
            period.end().toString(),
            cases(organization, period));
    repository.change(
        organization.id(),
        rounds -> {
          if (rounds.stream().anyMatch(one -> one.period().equals(period))) {
            return rounds;
          }
          List<Round> kept =
              new ArrayList<>(rounds.subList(Math.max(0, rounds.size() - 1), rounds.size()));
          kept.add(round);
          return kept;
        });
    return find(organization, period).orElse(round);
  }

  /** The cases of a period, if they were opened. */
  Optional<Round> find(Organization organization, Period period) {
    return repository.rounds(organization.id()).stream()
        .filter(round -> round.period().equals(period))
        .findFirst();
  }

  /** The round opened last. */
  Optional<Round> latest(Organization organization) {
    List<Round> rounds = repository.rounds(organization.id());
    return rounds.isEmpty() ? Optional.empty() : Optional.of(rounds.get(rounds.size() - 1));
  }

  /**
   * Keeps reason and plan beside the figures of the latest round; the same message changes nothing.
   *
   * @return the case as it was, empty when the subject has none
   */
  Optional<RecoveryCase> answer(Organization organization, String subjectId, Answer answer) {
    Optional<RecoveryCase> open = latest(organization).flatMap(round -> of(round, subjectId));
    open.ifPresent(
        found ->
            repository.change(
                organization.id(),
                rounds -> {
                  List<Round> changed = new ArrayList<>(rounds);
                  int last = changed.size() - 1;
                  changed.set(last, answered(changed.get(last), subjectId, answer));
                  return changed;
                }));
    return open;
  }

  /** Who is asked about a subject: the person, or whoever is responsible for or leads the unit. */
  List<Member> responsible(Organization organization, String subjectId, LocalDate day) {
    Optional<Unit> unit = organization.units().unit(subjectId);
    if (unit.isEmpty()) {
      return organization.member(subjectId).filter(one -> one.activeOn(day)).stream().toList();
    }
    List<Member> named =
        organization.structure().responsibilities().stream()
            .filter(one -> one.unitId().equals(subjectId) && one.activeOn(day))
            .map(Responsibility::memberId)
            .distinct()
            .flatMap(id -> organization.member(id).stream())
            .filter(member -> member.activeOn(day))
            .toList();
    return named.isEmpty()
        ? organization.activeMembers(day).stream()
            .filter(member -> subjectId.equals(member.unitIdOn(day)))
            .filter(member -> organization.ledUnitIds(member.id(), day).contains(subjectId))
            .toList()
        : named;
  }

  /** Whether 补救 asked the person about a period that ended on {@code since} or later. */
  boolean isAsked(Organization organization, Member member, LocalDate since, LocalDate day) {
    return repository.rounds(organization.id()).stream()
        .filter(round -> !round.period().end().isBefore(since))
        .flatMap(round -> round.cases().stream())
        .anyMatch(one -> responsible(organization, one.subjectId(), day).contains(member));
  }

  /** How many plans are there to look at, for the group, which reads no names. */
  int count(Organization organization, LocalDate day) {
    return (int)
        before(organization, day).stream()
            .flatMap(round -> round.cases().stream())
            .filter(one -> one.answer() != null)
            .count();
  }

  /**
   * {@code 五店 签单 3/10单→后来 6单；原因 …；计划 …} per case of the last round: then, and in the days since.
   */
  List<String> followUp(Scope scope, LocalDate day) {
    return before(scope.organization(), day)
        .map(round -> lines(scope, round, day))
        .orElse(List.of());
  }

  /** The same of the round opened last, for 补救 检查. */
  List<String> check(Scope scope, LocalDate day) {
    return latest(scope.organization()).map(round -> lines(scope, round, day)).orElse(List.of());
  }

  /** Forgets organizations that the simulator has reset. */
  @EventListener
  void forget(OrganizationDeleted deleted) {
    repository.delete(deleted.organizationId());
  }

  /** The last round whose period ended before the day; the one of today is opened later. */
  private Optional<Round> before(Organization organization, LocalDate day) {
    return repository.rounds(organization.id()).stream()
        .filter(round -> round.period().end().isBefore(day.minusDays(1)))
        .reduce((first, second) -> second);
  }

  private List<String> lines(Scope scope, Round round, LocalDate day) {
    Organization organization = scope.organization();
    Period since =
        new Period(
            PeriodType.CAMPAIGN, round.period().end().plusDays(1), latest(day, round.period()));
    List<RecoveryCase> cases =
        round.cases().stream().filter(one -> concerns(scope, one, day)).toList();
    Map<String, PeriodFigures> now = now(organization, cases, since);
    List<String> lines = new ArrayList<>();
    cases.stream()
        .limit(SHOWN)
        .map(one -> line(organization, one, now.get(one.subjectId())))
        .forEach(lines::add);
    if (cases.size() > SHOWN) {
      lines.add("…共" + cases.size() + "份");
    }
    return lines;
  }

  private static LocalDate latest(LocalDate day, Period round) {
    LocalDate yesterday = day.minusDays(1);
    LocalDate first = round.end().plusDays(1);
    return yesterday.isBefore(first) ? first : yesterday;
  }

  private String line(Organization organization, RecoveryCase one, @Nullable PeriodFigures now) {
    Shortfall worst = one.shortfalls().get(0);
    Metric metric =
        metrics.metrics(organization.id()).stream()
            .filter(each -> each.id().equals(worst.metricId()))
            .findFirst()
            .orElse(null);
    String figure =
        metric == null
            ? ""
            : " "
                + new Lag(one.subjectId(), metric, worst.actual(), worst.base()).figure()
                + "→之后"
                + FigureText.of(
                    metric,
                    now == null
                        ? BigDecimal.ZERO
                        : now.sums().getOrDefault(metric.id(), BigDecimal.ZERO));
    Answer answer = one.answer();
    return Lag.name(organization, one.subjectId())
        + figure
        + (answer == null
            ? "；还没写计划"
            : "；原因：" + shown(answer.reason()) + "；计划：" + shown(answer.plan()));
  }

  private Map<String, PeriodFigures> now(
      Organization organization, List<RecoveryCase> cases, Period since) {
    Set<String> ids = cases.stream().map(RecoveryCase::subjectId).collect(Collectors.toSet());
    Map<String, PeriodFigures> now =
        new LinkedHashMap<>(
            figures.ofUnits(
                organization,
                organization.units().all().stream().filter(one -> ids.contains(one.id())).toList(),
                since));
    now.putAll(
        figures.ofMembers(
            organization,
            organization.members().stream().filter(one -> ids.contains(one.id())).toList(),
            since));
    return now;
  }

  private static boolean concerns(Scope scope, RecoveryCase one, LocalDate day) {
    return scope
        .organization()
        .units()
        .unit(one.subjectId())
        .map(scope::holds)
        .orElseGet(() -> scope.holdsMember(one.subjectId(), day));
  }

  private List<RecoveryCase> cases(Organization organization, Period period) {
    Map<String, List<Shortfall>> bySubject = new LinkedHashMap<>();
    for (Lag lag : laggards.of(Scope.all(organization), period)) {
      bySubject
          .computeIfAbsent(lag.subjectId(), none -> new ArrayList<>())
          .add(new Shortfall(lag.metric().id(), lag.actual(), lag.base()));
    }
    return bySubject.entrySet().stream()
        .limit(MOST_CASES)
        .map(entry -> new RecoveryCase(entry.getKey(), entry.getValue(), List.of()))
        .toList();
  }

  static Optional<RecoveryCase> of(Round round, String subjectId) {
    return round.cases().stream().filter(one -> one.subjectId().equals(subjectId)).findFirst();
  }

  private static Round answered(Round round, String subjectId, Answer answer) {
    return new Round(
        round.type(),
        round.start(),
        round.end(),
        round.cases().stream()
            .map(one -> one.subjectId().equals(subjectId) ? with(one, answer) : one)
            .toList());
  }

  private static RecoveryCase with(RecoveryCase one, Answer answer) {
    boolean known =
        one.answers().stream()
            .anyMatch(earlier -> earlier.messageKey().equals(answer.messageKey()));
    return known
        ? one
        : new RecoveryCase(
            one.subjectId(),
            one.shortfalls(),
            Stream.concat(one.answers().stream(), Stream.of(answer)).toList());
  }

  private static String shown(String text) {
    return UntrustedText.oneLine(text.replaceAll("\\s+", " "), TEXT);
  }
}

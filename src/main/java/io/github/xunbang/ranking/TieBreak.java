package io.github.xunbang.ranking;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.metric.Ledger;
import io.github.xunbang.metric.LedgerEntry;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.organization.Member;
import io.github.xunbang.organization.Organization;
import io.github.xunbang.ranking.Placing.Score;
import io.github.xunbang.target.Subject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 先到: among equal values whoever got there first stands first, by the times of the ledger's
 * entries. Only ties that touch the first ten places are broken, so that a board reads few entries;
 * zero is reached by doing nothing and stays a tie.
 */
final class TieBreak {

  private static final int PLACES = 10;

  private final Ledger ledger;
  private final Organization organization;
  private final Period period;

  TieBreak(Ledger ledger, Organization organization, Period period) {
    this.ledger = ledger;
    this.organization = organization;
    this.period = period;
  }

  /** The scores, those of broken ties with the instant at which they were reached. */
  List<Score> apply(List<Score> scores, Metric metric) {
    List<Score> order = new Placing(metric.direction()).sorted(scores);
    return order.stream()
        .map(score -> isTiedAmongFirst(order, score) ? score.reachedAt(at(score, metric)) : score)
        .toList();
  }

  private static boolean isTiedAmongFirst(List<Score> order, Score score) {
    return score.value().signum() != 0
        && order.stream().limit(PLACES).anyMatch(top -> same(top, score))
        && order.stream().filter(other -> same(other, score)).limit(2).count() == 2;
  }

  private static boolean same(Score one, Score other) {
    return one.value().compareTo(other.value()) == 0;
  }

  private @Nullable Instant at(Score score, Metric metric) {
    Set<String> parts =
        metric.formula() == null ? Set.of(metric.id()) : Set.copyOf(metric.formula().metricIds());
    List<LedgerEntry> entries =
        subjects(score.entrant().subject()).stream()
            .flatMap(this::entries)
            .filter(entry -> entry.steps().stream().anyMatch(s -> parts.contains(s.metricId())))
            .sorted(Comparator.comparing(LedgerEntry::at).thenComparing(LedgerEntry::id))
            .toList();
    if (entries.isEmpty()) {
      return null;
    }
    boolean summed = metric.rollUp() == Metric.RollUp.SUM && !metric.isDerived();
    return summed && metric.direction() == Metric.Direction.HIGHER
        ? firstReaching(entries, metric.id())
        : entries.get(entries.size() - 1).at();
  }

  /** The first entry after which the running sum was what it is in the end, or more. */
  private static Instant firstReaching(List<LedgerEntry> entries, String metricId) {
    BigDecimal total =
        entries.stream()
            .map(entry -> change(entry, metricId))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal running = BigDecimal.ZERO;
    for (LedgerEntry entry : entries) {
      running = running.add(change(entry, metricId));
      if (running.compareTo(total) >= 0) {
        return entry.at();
      }
    }
    throw new IllegalStateException("A sum never reached itself: " + metricId);
  }

  private static BigDecimal change(LedgerEntry entry, String metricId) {
    return entry.steps().stream()
        .filter(step -> step.metricId().equals(metricId))
        .map(step -> orZero(step.after()).subtract(orZero(step.before())))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal orZero(@Nullable BigDecimal value) {
    return Objects.requireNonNullElse(value, BigDecimal.ZERO);
  }

  private Stream<LedgerEntry> entries(String subjectId) {
    return period.months().stream()
        .flatMap(month -> ledger.month(organization.id(), subjectId, month).stream())
        .flatMap(month -> month.days().values().stream())
        .filter(day -> period.contains(day.day()))
        .flatMap(day -> day.entries().stream());
  }

  /** A unit's value is made of its own entries and its people's. */
  private Set<String> subjects(Subject subject) {
    if (subject.kind() != Subject.Kind.UNIT) {
      return Set.of(subject.id());
    }
    Set<String> subjects = new LinkedHashSet<>(organization.units().within(subject.id()));
    organization.membersWithin(subject.id(), period.end()).stream()
        .map(Member::id)
        .forEach(subjects::add);
    return subjects;
  }
}

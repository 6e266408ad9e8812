package io.github.xunbang.incentive.settlement.internal;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.incentive.engine.Outcome;
import io.github.xunbang.incentive.settlement.Award;
import io.github.xunbang.incentive.settlement.internal.AwardDocument.ActDocument;
import io.github.xunbang.incentive.settlement.internal.AwardNumbersDocument.Attempt;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/**
 * Makes settlements stand, each once: numbers, then the lines of this attempt, then the header,
 * whose insertion is the commit point, then the index. Whoever finds a header that is not listed
 * lists it; lines of attempts that came to nothing are deleted.
 */
@Component
class SettlementStore {

  /** No run writes for as long as this; what is older was abandoned. */
  private static final Duration ABANDONED = Duration.ofHours(1);

  private final SettlementRepository settlements;
  private final AwardRepository awards;
  private final AwardNumbersRepository numbers;
  private final BusinessClock clock;

  SettlementStore(
      SettlementRepository settlements,
      AwardRepository awards,
      AwardNumbersRepository numbers,
      BusinessClock clock) {
    this.settlements = settlements;
    this.awards = awards;
    this.numbers = numbers;
    this.clock = clock;
  }

  /** The settlement if it stands, listed from now on. */
  Optional<Settlement> find(SettlementKey key) {
    Optional<Settlement> found = settlements.find(key);
    found.ifPresent(settlements::list);
    return found;
  }

  /** Every settlement of the period that stands, in order. */
  List<Settlement> all(SettlementKey first) {
    List<Settlement> all = new ArrayList<>();
    SettlementKey key = first;
    for (Optional<Settlement> one = find(key); one.isPresent(); one = find(key)) {
      all.add(one.get());
      key = key.next();
    }
    return all;
  }

  /** The lines of these settlements by number. */
  List<AwardDocument> lines(List<Settlement> of) {
    return of.stream().flatMap(one -> awards.find(one.lineIds()).stream()).toList();
  }

  /**
   * Numbers and keeps these lines as the settlement of this key.
   *
   * @param nameOf name of a subject by id
   * @return the settlement with its lines; empty when another run was faster, whose lines then
   *     stand
   */
  Optional<Settled> settle(
      SettlementKey key,
      List<Settlement.Applied> schemes,
      List<Proposal> lines,
      List<Outcome.Finding> findings,
      UnaryOperator<String> nameOf) {
    String organizationId = key.organizationId();
    String name = UUID.randomUUID().toString();
    Attempt attempt = new Attempt(key.id(), name, lines.size(), clock.realTime().instant());
    AwardNumbersDocument register = numbers.reserve(organizationId, attempt);
    Settlement mine =
        new Settlement(
            key,
            name,
            register.last() - lines.size() + 1,
            lines.size(),
            // As precise as the database keeps it.
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            schemes,
            findings);
    List<AwardDocument> documents = documents(mine, lines, nameOf);
    awards.insert(documents);
    boolean stands = settlements.insert(mine);
    if (stands) {
      settlements.list(mine);
    } else {
      awards.deleteLines(mine.lineIds());
    }
    numbers.ended(organizationId, name);
    clean(organizationId, register);
    return stands ? Optional.of(new Settled(mine, documents)) : Optional.empty();
  }

  void delete(String organizationId) {
    settlements.delete(organizationId);
    awards.delete(organizationId);
    numbers.delete(organizationId);
  }

  /** Deletes what runs left behind that died before their header. */
  private void clean(String organizationId, AwardNumbersDocument register) {
    Instant old = clock.realTime().instant().minus(ABANDONED);
    for (Attempt attempt : Objects.requireNonNullElse(register.attempts(), List.<Attempt>of())) {
      if (attempt.at().isBefore(old)) {
        if (!settlements.standsBy(attempt.settlement(), attempt.name())) {
          awards.deleteLines(attempt.lineIds());
        }
        numbers.ended(organizationId, attempt.name());
      }
    }
  }

  private static List<AwardDocument> documents(
      Settlement settlement, List<Proposal> lines, UnaryOperator<String> nameOf) {
    List<ActDocument> acts =
        List.of(new ActDocument(Award.Deed.PROPOSED, null, settlement.at(), "", ""));
    List<AwardDocument> documents = new ArrayList<>(lines.size());
    for (int ordinal = 0; ordinal < lines.size(); ordinal++) {
      Proposal line = lines.get(ordinal);
      int number = settlement.first() + ordinal;
      documents.add(
          new AwardDocument(
              settlement.lineId(number),
              settlement.key().organizationId(),
              number,
              line.applied().schemeId(),
              line.applied().version(),
              line.ruleId(),
              line.subjectId(),
              nameOf.apply(line.subjectId()),
              line.turn(),
              line.difference(),
              line.amount(),
              line.amount(),
              line.words(),
              line.working(),
              line.open(),
              line.basis(),
              Award.State.PROPOSED,
              acts,
              1));
    }
    return documents;
  }
}

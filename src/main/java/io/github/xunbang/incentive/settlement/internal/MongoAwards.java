package io.github.xunbang.incentive.settlement.internal;

import io.github.xunbang.calendar.Period;
import io.github.xunbang.incentive.scheme.Schemes;
import io.github.xunbang.incentive.settlement.Award;
import io.github.xunbang.incentive.settlement.AwardChanges;
import io.github.xunbang.incentive.settlement.Awards;
import io.github.xunbang.incentive.settlement.internal.AwardDocument.ActDocument;
import io.github.xunbang.incentive.settlement.internal.AwardRepository.Change;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Reads lines through the index and changes them under their revision. */
@Component
class MongoAwards implements Awards, AwardChanges {

  private static final int TRIES = 20;

  private final SettlementRepository settlements;
  private final AwardRepository awards;
  private final Schemes schemes;

  MongoAwards(SettlementRepository settlements, AwardRepository awards, Schemes schemes) {
    this.settlements = settlements;
    this.awards = awards;
    this.schemes = schemes;
  }

  @Override
  public List<Award> of(String organizationId, Period period) {
    RulesOfThen rules = new RulesOfThen(schemes.all(organizationId));
    return settled(organizationId, period).stream()
        .flatMap(one -> awards.find(one.lineIds()).stream().map(line -> rules.award(line, period)))
        .toList();
  }

  @Override
  public Optional<Award> find(String organizationId, int number) {
    return lines(organizationId, List.of(number)).stream().findFirst();
  }

  /** The lines of these numbers that exist, by number. */
  List<Award> lines(String organizationId, Collection<Integer> numbers) {
    RulesOfThen rules = new RulesOfThen(schemes.all(organizationId));
    List<Award> found = new ArrayList<>();
    for (Settlement settlement : settlements.listed(organizationId)) {
      found.addAll(
          awards
              .find(
                  numbers.stream()
                      .filter(settlement::has)
                      .distinct()
                      .map(settlement::lineId)
                      .toList())
              .stream()
              .map(line -> rules.award(line, settlement.key().period()))
              .toList());
    }
    found.sort(Comparator.comparingInt(Award::number));
    return found;
  }

  @Override
  public List<Period> periods(String organizationId) {
    return settlements.listed(organizationId).stream()
        .filter(one -> one.key().sequence() == 0)
        .map(one -> one.key().period())
        .sorted(
            Comparator.comparing(Period::end)
                .thenComparing(Period::type)
                .thenComparing(Period::start)
                .reversed())
        .toList();
  }

  /** The settlements of a period in order, without schemes and findings. */
  List<Settlement> settled(String organizationId, Period period) {
    return settlements.listed(organizationId).stream()
        .filter(one -> one.key().period().equals(period))
        .sorted(Comparator.comparingInt(one -> one.key().sequence()))
        .toList();
  }

  @Override
  public List<Award> update(
      String organizationId, Collection<Integer> numbers, String key, UnaryOperator<Award> change) {
    Set<Integer> left = new TreeSet<>(numbers);
    TreeMap<Integer, Award> done = new TreeMap<>();
    for (int tries = 0; tries < TRIES; tries++) {
      step(organizationId, left, key, change, done);
      left.removeAll(done.keySet());
      if (left.isEmpty()) {
        return List.copyOf(done.values());
      }
    }
    throw new OptimisticLockingFailureException("Awards change all the time: " + organizationId);
  }

  /** Moves what needs no change into {@code done} and writes the rest; the next step sees it. */
  private void step(
      String organizationId,
      Set<Integer> left,
      String key,
      UnaryOperator<Award> change,
      TreeMap<Integer, Award> done) {
    RulesOfThen rules = new RulesOfThen(schemes.all(organizationId));
    List<Change> changes = new ArrayList<>();
    Set<Integer> known = new TreeSet<>();
    for (Settlement settlement : settlements.listed(organizationId)) {
      List<String> ids = left.stream().filter(settlement::has).map(settlement::lineId).toList();
      for (AwardDocument line : awards.find(ids)) {
        known.add(line.number());
        Award before = rules.award(line, settlement.key().period());
        Award after = line.wasChangedBy(key) ? before : change.apply(before);
        if (after.equals(before)) {
          done.put(line.number(), before);
        } else {
          changes.add(change(line, after, key));
        }
      }
    }
    if (!known.containsAll(left)) {
      throw new IllegalArgumentException("No such awards among " + left);
    }
    awards.change(changes);
  }

  private static Change change(AwardDocument line, Award after, String key) {
    Award.Act act = after.acts().get(after.acts().size() - 1);
    return new Change(
        line,
        new ActDocument(act.deed(), act.memberId(), act.at(), act.note(), key),
        after.state(),
        after.amount(),
        after.open());
  }

  /** The numbers of a period's lines that this key has changed. */
  List<Integer> changedBy(String organizationId, Period period, String key) {
    return settled(organizationId, period).stream()
        .flatMap(one -> awards.find(one.lineIds()).stream())
        .filter(line -> line.wasChangedBy(key))
        .map(AwardDocument::number)
        .collect(Collectors.toList());
  }
}

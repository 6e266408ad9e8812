package io.github.xunbang.target.internal;

import io.github.xunbang.calendar.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Targets in memory; counts how often a book was asked for. */
final class MemoryTargets implements TargetStore {

  private final Map<TargetKey, StoredTarget> targets = new LinkedHashMap<>();

  void put(TargetKey key, String since, Draft draft) {
    change("o1", Map.of(key, draft), new Author("m0", LocalDate.parse(since), Instant.EPOCH));
  }

  @Override
  public TargetBook standing(String organizationId) {
    return new TargetBook(
        targets.values().stream().filter(one -> one.key().cadence() != null).toList());
  }

  @Override
  public TargetBook startingWith(String organizationId, Period period) {
    return new TargetBook(
        targets.values().stream()
            .filter(one -> one.key().bucket().equals(TargetKey.bucket(period)))
            .toList());
  }

  @Override
  public List<Changed> change(String organizationId, Map<TargetKey, Draft> drafts, Author author) {
    List<Changed> changed = new ArrayList<>();
    drafts.forEach(
        (key, draft) -> {
          StoredTarget stored = targets.get(key);
          int number = stored == null ? 1 : stored.newest().number() + 1;
          Version after =
              new Version(number, draft, author.today(), author.memberId(), author.at());
          targets.put(
              key, stored == null ? new StoredTarget(key, List.of(after)) : stored.with(after));
          changed.add(new Changed(key, null, after));
        });
    return changed;
  }
}

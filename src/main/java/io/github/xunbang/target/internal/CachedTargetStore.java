package io.github.xunbang.target.internal;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.organization.OrganizationDeleted;
import io.github.xunbang.organization.PastRevised;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;

/** Targets on MongoDB; another instance's change is seen when a cache entry expires. */
@Service
class CachedTargetStore implements TargetStore {

  private static final int MAX_ATTEMPTS = 20;
  private static final long TARGETS_HELD = 500_000;

  private final TargetsRepository repository;
  private final ApplicationEventPublisher events;
  private final LoadingCache<Bucket, TargetBook> books =
      Caffeine.newBuilder()
          .expireAfterWrite(Duration.ofSeconds(3))
          .maximumWeight(TARGETS_HELD)
          .weigher((Bucket bucket, TargetBook book) -> 5 + book.all().size())
          .build(this::load);

  CachedTargetStore(TargetsRepository repository, ApplicationEventPublisher events) {
    this.repository = repository;
    this.events = events;
  }

  private record Bucket(String organizationId, String name) {}

  @Override
  public TargetBook standing(String organizationId) {
    return books.get(new Bucket(organizationId, TargetKey.STANDING));
  }

  @Override
  public TargetBook startingWith(String organizationId, Period period) {
    return books.get(new Bucket(organizationId, TargetKey.bucket(period)));
  }

  @Override
  public List<Changed> change(String organizationId, Map<TargetKey, Draft> drafts, Author author) {
    Map<String, Map<TargetKey, Draft>> byBucket = new LinkedHashMap<>();
    drafts.forEach(
        (key, draft) ->
            byBucket.computeIfAbsent(key.bucket(), none -> new LinkedHashMap<>()).put(key, draft));
    List<Changed> changed = new ArrayList<>();
    byBucket.forEach(
        (bucket, some) -> changed.addAll(change(new Bucket(organizationId, bucket), some, author)));
    // A recurring quota holds from the day on which it was said: it revises no day before.
    changed.stream()
        .filter(one -> one.after() != one.before())
        .flatMap(one -> Stream.ofNullable(one.key().period()))
        .distinct()
        .forEach(
            period ->
                events.publishEvent(new PastRevised(organizationId, period.start(), period.end())));
    return changed;
  }

  private List<Changed> change(Bucket bucket, Map<TargetKey, Draft> drafts, Author author) {
    for (int attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      TargetsRepository.Stored stored = repository.find(bucket.organizationId(), bucket.name());
      Map<TargetKey, StoredTarget> targets = new LinkedHashMap<>();
      stored.targets().forEach(target -> targets.put(target.key(), target));
      List<Changed> changed = new ArrayList<>();
      drafts.forEach((key, draft) -> changed.add(apply(targets, key, draft, author)));
      boolean differs = changed.stream().anyMatch(one -> one.after() != one.before());
      if (!differs
          || repository.save(
              bucket.organizationId(),
              bucket.name(),
              List.copyOf(targets.values()),
              stored.revision())) {
        books.invalidate(bucket);
        return changed;
      }
    }
    throw new OptimisticLockingFailureException(
        "Targets still changing after " + MAX_ATTEMPTS + " attempts: " + bucket);
  }

  private static Changed apply(
      Map<TargetKey, StoredTarget> targets, TargetKey key, Draft draft, Author author) {
    Optional<StoredTarget> stored = Optional.ofNullable(targets.get(key));
    Version before = stored.flatMap(StoredTarget::current).orElse(null);
    if (before != null && before.draft().sameAs(draft)) {
      return new Changed(key, before, before);
    }
    int number = stored.map(target -> target.newest().number()).orElse(0) + 1;
    Version after = new Version(number, draft, author.today(), author.memberId(), author.at());
    targets.put(
        key,
        stored
            .map(target -> target.with(after))
            .orElseGet(() -> new StoredTarget(key, List.of(after))));
    return new Changed(key, before, after);
  }

  @EventListener
  void onDeleted(OrganizationDeleted deleted) {
    repository.delete(deleted.organizationId());
    books
        .asMap()
        .keySet()
        .removeIf(bucket -> bucket.organizationId().equals(deleted.organizationId()));
  }

  private TargetBook load(Bucket bucket) {
    return new TargetBook(repository.find(bucket.organizationId(), bucket.name()).targets());
  }
}

package io.github.xunbang.metric.internal;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.MetricCatalog;
import io.github.xunbang.metric.internal.MetricsRepository.Definitions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;

/** Metric definitions on MongoDB, at most three seconds old on another instance. */
@Service
class MongoMetricCatalog implements MetricCatalog {

  private static final int MAX_ATTEMPTS = 20;

  private final MetricsRepository repository;
  private final MetricWords words;
  private final LoadingCache<String, Snapshot> snapshots =
      Caffeine.newBuilder()
          .maximumSize(20_000)
          .expireAfterWrite(Duration.ofSeconds(3))
          .build(this::load);

  MongoMetricCatalog(MetricsRepository repository, MetricWords words) {
    this.repository = repository;
    this.words = words;
  }

  /**
   * What lookups need.
   *
   * @param active by name and alias, lower case
   */
  private record Snapshot(List<Metric> metrics, Map<String, Metric> active) {}

  @Override
  public List<Metric> metrics(String organizationId) {
    return snapshots.get(organizationId).metrics();
  }

  @Override
  public Optional<Metric> find(String organizationId, String nameOrAlias) {
    return Optional.ofNullable(snapshots.get(organizationId).active().get(folded(nameOrAlias)));
  }

  @Override
  public Metric add(String organizationId, Metric withoutId) {
    for (int attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      Definitions stored = definitions(organizationId);
      words.check(withoutId, stored.metrics());
      Metric added = withId(withoutId, "k" + (stored.metrics().size() + 1));
      List<Metric> all = new ArrayList<>(stored.metrics());
      all.add(added);
      if (repository.save(organizationId, all, stored.revision())) {
        snapshots.invalidate(organizationId);
        return added;
      }
    }
    throw new OptimisticLockingFailureException(
        "Metrics still changing after " + MAX_ATTEMPTS + " attempts: " + organizationId);
  }

  @Override
  public Metric change(String organizationId, Metric metric) {
    for (int attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      Definitions stored = definitions(organizationId);
      List<Metric> others =
          stored.metrics().stream().filter(one -> !one.id().equals(metric.id())).toList();
      words.check(metric, others);
      List<Metric> all =
          stored.metrics().stream()
              .map(one -> one.id().equals(metric.id()) ? metric : one)
              .toList();
      if (repository.save(organizationId, all, stored.revision())) {
        snapshots.invalidate(organizationId);
        return metric;
      }
    }
    throw new OptimisticLockingFailureException(
        "Metrics still changing after " + MAX_ATTEMPTS + " attempts: " + organizationId);
  }

  /** Forgets an organization's own definitions. */
  void delete(String organizationId) {
    repository.delete(organizationId);
    snapshots.invalidate(organizationId);
  }

  /** The form in which words are compared: Latin letters in lower case. */
  static String folded(String word) {
    return word.strip().toLowerCase(Locale.ROOT);
  }

  private Definitions definitions(String organizationId) {
    return repository.find(organizationId).orElseGet(() -> new Definitions(DefaultMetrics.ALL, 0));
  }

  private Snapshot load(String organizationId) {
    List<Metric> metrics = definitions(organizationId).metrics();
    Map<String, Metric> active = new HashMap<>();
    for (Metric metric : metrics) {
      if (metric.active()) {
        active.put(folded(metric.name()), metric);
        metric.aliases().forEach(alias -> active.put(folded(alias), metric));
      }
    }
    return new Snapshot(List.copyOf(metrics), Map.copyOf(active));
  }

  private static Metric withId(Metric metric, String id) {
    return new Metric(
        id,
        metric.name(),
        metric.aliases(),
        metric.unit(),
        metric.kind(),
        metric.rollUp(),
        metric.min(),
        metric.max(),
        metric.definition(),
        metric.source(),
        metric.active(),
        metric.direction(),
        metric.formula(),
        metric.positions(),
        metric.unitValue());
  }
}

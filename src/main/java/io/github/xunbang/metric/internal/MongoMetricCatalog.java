package io.github.xunbang.metric.internal;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.MetricCatalog;
import io.github.xunbang.metric.internal.MetricsRepository.Definitions;
import io.github.xunbang.organization.SettingsChanged;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.springframework.context.event.EventListener;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;

/** Metric definitions on MongoDB, at most three seconds old on another instance. */
@Service
class MongoMetricCatalog implements MetricCatalog {

  private static final int MAX_ATTEMPTS = 20;

  private final MetricsRepository repository;
  private final MetricWords words;
  private final SourceFeeds feeds;
  private final LoadingCache<String, Snapshot> snapshots =
      Caffeine.newBuilder()
          .maximumSize(20_000)
          .expireAfterWrite(Duration.ofSeconds(3))
          .build(this::load);

  MongoMetricCatalog(MetricsRepository repository, MetricWords words, SourceFeeds feeds) {
    this.repository = repository;
    this.words = words;
    this.feeds = feeds;
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
    return store(
        organizationId,
        stored -> {
          MetricDraft draft = MetricDraft.of(withoutId);
          draft.id = "k" + (stored.size() + 1);
          Metric added = draft.metric();
          words.check(added, null, stored);
          return added;
        });
  }

  @Override
  public Metric change(String organizationId, Metric metric) {
    return edit(organizationId, metric.id(), stored -> SourceFeeds.withoutSettings(metric));
  }

  /**
   * Changes the metric as it is stored now, so that two managers' changes at once both hold.
   *
   * @param change may be called again when another writer came first
   */
  Metric edit(String organizationId, String metricId, UnaryOperator<Metric> change) {
    return store(
        organizationId,
        stored -> {
          Metric before =
              stored.stream()
                  .filter(metric -> metric.id().equals(metricId))
                  .findFirst()
                  .orElseThrow(() -> new IllegalArgumentException("No metric " + metricId));
          Metric after = change.apply(before);
          words.check(after, before, stored);
          return after;
        });
  }

  private Metric store(String organizationId, Function<List<Metric>, Metric> make) {
    for (int attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      Definitions stored = definitions(organizationId);
      Metric made = make.apply(stored.metrics());
      List<Metric> all = with(stored.metrics(), made);
      FormulaRules.check(made, all);
      if (repository.save(organizationId, all, stored.revision())) {
        snapshots.invalidate(organizationId);
        return feeds.applied(organizationId, List.of(made)).get(0);
      }
    }
    throw new OptimisticLockingFailureException(
        "Metrics still changing after " + MAX_ATTEMPTS + " attempts: " + organizationId);
  }

  private static List<Metric> with(List<Metric> stored, Metric made) {
    List<Metric> all = new ArrayList<>(stored);
    all.replaceAll(metric -> metric.id().equals(made.id()) ? made : metric);
    if (!all.contains(made)) {
      all.add(made);
    }
    return all;
  }

  /** A setting that decides about a source holds for the next message already. */
  @EventListener
  void onSettings(SettingsChanged changed) {
    snapshots.invalidate(changed.organizationId());
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
    List<Metric> metrics = feeds.applied(organizationId, definitions(organizationId).metrics());
    Map<String, Metric> active = new HashMap<>();
    for (Metric metric : metrics) {
      if (metric.active()) {
        active.put(folded(metric.name()), metric);
        metric.aliases().forEach(alias -> active.put(folded(alias), metric));
      }
    }
    return new Snapshot(List.copyOf(metrics), Map.copyOf(active));
  }
}

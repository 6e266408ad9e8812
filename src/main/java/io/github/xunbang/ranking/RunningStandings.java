package io.github.xunbang.ranking;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import io.github.xunbang.calendar.Period;
import io.github.xunbang.calendar.PeriodType;
import io.github.xunbang.metric.Ledger;
import io.github.xunbang.metric.Metric;
import io.github.xunbang.metric.PeriodFigures;
import io.github.xunbang.metric.Standings;
import io.github.xunbang.organization.OrganizationService;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Places inside replies, from sums at most 5 s old (design section 11). One read of the store
 * serves all metrics of an organization's running 旬; what is reported here meanwhile is put in at
 * once, so that two people who report in the same second see each other. Times are real time.
 */
@Component
class RunningStandings implements Standings {

  private static final Duration OLDEST = Duration.ofSeconds(5);
  private static final Duration RENEW_AFTER = Duration.ofSeconds(3);
  private static final long MOST_VALUES = 200_000;

  private final LoadingCache<Key, Sums> cache;
  private final Ledger ledger;
  private final OrganizationService organizations;

  private record Key(String organizationId, Period xun) {}

  /** Sums by metric id, then by member id. */
  private record Sums(Map<String, Map<String, BigDecimal>> byMetric) {

    Map<String, BigDecimal> of(String metricId) {
      return byMetric.computeIfAbsent(metricId, id -> new ConcurrentHashMap<>());
    }

    int size() {
      return 1 + byMetric.values().stream().mapToInt(Map::size).sum();
    }
  }

  @Autowired
  RunningStandings(Ledger ledger, OrganizationService organizations) {
    this(ledger, organizations, Ticker.systemTicker(), ForkJoinPool.commonPool());
  }

  RunningStandings(
      Ledger ledger, OrganizationService organizations, Ticker ticker, Executor executor) {
    this.ledger = ledger;
    this.organizations = organizations;
    // Renewal runs beside the replies; only the first report after a quiet while waits for a read.
    this.cache =
        Caffeine.newBuilder()
            .expireAfterWrite(OLDEST)
            .refreshAfterWrite(RENEW_AFTER)
            .maximumWeight(MOST_VALUES)
            .weigher((Key key, Sums sums) -> sums.size())
            .ticker(ticker)
            .executor(executor)
            .build(this::load);
  }

  @Override
  public Optional<Standing> inXun(
      String organizationId, String memberId, Metric metric, LocalDate day, BigDecimal freshSum) {
    if (metric.rollUp() != Metric.RollUp.SUM || isApart(organizationId, memberId)) {
      return Optional.empty();
    }
    Period xun = Period.containing(PeriodType.XUN, day);
    Map<String, BigDecimal> sums = cache.get(new Key(organizationId, xun)).of(metric.id());
    BigDecimal before = sums.put(memberId, freshSum);
    int place = 1;
    BigDecimal next = null;
    int previousPlace = 1;
    for (Map.Entry<String, BigDecimal> other : sums.entrySet()) {
      if (other.getKey().equals(memberId)) {
        continue;
      }
      BigDecimal value = other.getValue();
      if (isBetter(metric, value, freshSum)) {
        place++;
        next = next == null || isBetter(metric, next, value) ? value : next;
      }
      if (before != null && isBetter(metric, value, before)) {
        previousPlace++;
      }
    }
    return Optional.of(
        new Standing(
            place,
            sums.size(),
            next == null ? null : next.subtract(freshSum).abs(),
            before == null ? null : previousPlace));
  }

  private static boolean isBetter(Metric metric, BigDecimal one, BigDecimal other) {
    int order = one.compareTo(other);
    return metric.direction() == Metric.Direction.LOWER ? order < 0 : order > 0;
  }

  /** Guests stand on a board of their own (S-26); units are no members. */
  private boolean isApart(String organizationId, String subjectId) {
    return organizations
        .get(organizationId)
        .member(subjectId)
        .filter(member -> !member.guest())
        .isEmpty();
  }

  private Sums load(Key key) {
    Roster roster = new Roster(organizations.get(key.organizationId()), key.xun(), key.xun().end());
    Map<String, Map<String, BigDecimal>> byMetric = new ConcurrentHashMap<>();
    for (PeriodFigures figures :
        ledger.figures(key.organizationId(), roster.ids(), key.xun()).values()) {
      figures
          .sums()
          .forEach(
              (metricId, sum) ->
                  byMetric
                      .computeIfAbsent(metricId, id -> new ConcurrentHashMap<>())
                      .put(figures.subjectId(), sum));
    }
    return new Sums(byMetric);
  }
}

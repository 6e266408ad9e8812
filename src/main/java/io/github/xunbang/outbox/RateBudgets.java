package io.github.xunbang.outbox;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.local.LocalBucketBuilder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * How many messages a conversation may still get this minute and hour, in real time and in memory:
 * after a restart a conversation has its whole budget again, which the platform's own refusal
 * bounds.
 */
final class RateBudgets {

  private record Key(String conversation, int perMinute, int perHour) {}

  private final Cache<Key, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(50_000).expireAfterAccess(Duration.ofHours(2)).build();
  private final Clock realTime;
  private final TimeMeter meter;

  RateBudgets(Clock realTime) {
    this.realTime = realTime;
    this.meter =
        new TimeMeter() {
          @Override
          public long currentTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(realTime.millis());
          }

          @Override
          public boolean isWallClockBased() {
            return true;
          }
        };
  }

  /** Takes one message out of the budget, or tells from when on there is one again. */
  Optional<Instant> take(String conversation, Capabilities limits) {
    Key key = new Key(conversation, limits.perMinute(), limits.perHour());
    if (key.perMinute() == Integer.MAX_VALUE && key.perHour() == Integer.MAX_VALUE) {
      return Optional.empty();
    }
    var probe = buckets.get(key, this::bucket).tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? Optional.empty()
        : Optional.of(realTime.instant().plusNanos(probe.getNanosToWaitForRefill()));
  }

  private Bucket bucket(Key key) {
    LocalBucketBuilder builder = Bucket.builder().withCustomTimePrecision(meter);
    limit(builder, key.perMinute(), Duration.ofMinutes(1));
    limit(builder, key.perHour(), Duration.ofHours(1));
    return builder.build();
  }

  private static void limit(LocalBucketBuilder builder, int messages, Duration period) {
    if (messages != Integer.MAX_VALUE) {
      builder.addLimit(limit -> limit.capacity(messages).refillGreedy(messages, period));
    }
  }
}

package io.github.xunbang.outbox;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How many messages a conversation may still get on a channel, in real time and in memory: after a
 * restart it has its whole budget again, which the platform's own refusal bounds. Each window
 * slides, as the platforms' do: a bucket that refills would let through twice the minute's number.
 */
final class RateBudgets {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);

  /** Messages take a moment to arrive, and the platform counts when they do. */
  private static final Duration MARGIN = Duration.ofSeconds(1);

  private record Key(String channel, String conversation) {}

  private final Cache<Key, Sent> sent =
      Caffeine.newBuilder().maximumSize(50_000).expireAfterAccess(Duration.ofHours(2)).build();
  private final Clock realTime;

  RateBudgets(Clock realTime) {
    this.realTime = realTime;
  }

  /**
   * Takes {@code messages} out of the budget, or tells from when on there are so many. What is not
   * an answer leaves a quarter to the answers.
   */
  Optional<Instant> take(
      String channel, String conversation, Capabilities limits, Post.Lane lane, int messages) {
    int perMinute = share(limits.perMinute(), lane);
    int perHour = share(limits.perHour(), lane);
    if (perMinute == Integer.MAX_VALUE && perHour == Integer.MAX_VALUE) {
      return Optional.empty();
    }
    return sent.get(new Key(channel, conversation), key -> new Sent())
        .take(messages, perMinute, perHour, realTime.instant());
  }

  private static int share(int limit, Post.Lane lane) {
    return limit == Integer.MAX_VALUE || lane == Post.Lane.REPLY ? limit : limit - limit / 4;
  }

  /** When the messages of the last hour left, oldest first. */
  private static final class Sent {

    private final List<Instant> times = new ArrayList<>();

    synchronized Optional<Instant> take(int messages, int perMinute, int perHour, Instant now) {
      // What lies ahead was counted before the clock was set back; the platform has the last word.
      times.removeIf(time -> time.isAfter(now) || !time.plus(HOUR).plus(MARGIN).isAfter(now));
      Instant free = now;
      free = later(free, freeAt(perMinute - messages, MINUTE));
      free = later(free, freeAt(perHour - messages, HOUR));
      if (free.isAfter(now)) {
        return Optional.of(free);
      }
      for (int i = 0; i < messages; i++) {
        times.add(now);
      }
      return Optional.empty();
    }

    /** When at most {@code others} messages are left inside the window. */
    private Instant freeAt(int others, Duration window) {
      int leaving = times.size() - 1 - Math.max(0, others);
      return leaving < 0 ? Instant.MIN : times.get(leaving).plus(window).plus(MARGIN);
    }

    private static Instant later(Instant one, Instant other) {
      return other.isAfter(one) ? other : one;
    }
  }
}

package io.github.xunbang.channel.wecom.webhook;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.xunbang.outbox.TransientDeliveryException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Twenty messages in any sixty seconds for one key, in real time and in memory, whichever groups
 * share it; and none while WeCom blocks it. Another instance's messages are not seen here: WeCom's
 * own refusal bounds both.
 */
final class KeyBudget {

  static final int PER_MINUTE = 20;

  // A second more than WeCom counts, because the way there takes its time.
  private static final Duration WINDOW = Duration.ofSeconds(61);

  /** When the messages of one key went out, and until when it is blocked. */
  private static final class Sent {
    private final Deque<Instant> times = new ArrayDeque<>();
    private Instant blockedUntil = Instant.MIN;
  }

  private final Clock realTime;
  private final LoadingCache<String, Sent> keys =
      Caffeine.newBuilder()
          .maximumSize(10_000)
          .expireAfterAccess(Duration.ofMinutes(10))
          .build(key -> new Sent());

  KeyBudget(Clock realTime) {
    this.realTime = realTime;
  }

  /**
   * Takes {@code messages} out of the budget.
   *
   * @param reference stands for the key
   * @throws TransientDeliveryException with the pause, and nothing is taken, when it is not enough
   */
  void take(String reference, int messages) {
    Sent sent = keys.get(reference);
    synchronized (sent) {
      Instant now = realTime.instant();
      Instant from = now.minus(WINDOW);
      while (!sent.times.isEmpty() && !sent.times.peekFirst().isAfter(from)) {
        sent.times.removeFirst();
      }
      refuseUntil(sent.blockedUntil, now);
      int over = sent.times.size() + Math.min(messages, PER_MINUTE) - PER_MINUTE;
      if (over > 0) {
        Instant free = sent.times.stream().skip(over - 1L).findFirst().orElse(now);
        refuseUntil(free.plus(WINDOW), now);
      }
      for (int i = 0; i < messages; i++) {
        sent.times.addLast(now);
      }
    }
  }

  /** WeCom refused the key for this long. */
  void block(String reference, Duration pause) {
    Sent sent = keys.get(reference);
    synchronized (sent) {
      sent.blockedUntil = realTime.instant().plus(pause);
    }
  }

  private static void refuseUntil(Instant free, Instant now) {
    if (free.isAfter(now)) {
      throw new TransientDeliveryException(
          "webhook: waits for the rate budget of its key", null, Duration.between(now, free));
    }
  }
}

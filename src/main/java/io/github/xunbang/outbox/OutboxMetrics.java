package io.github.xunbang.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/**
 * Counts what became of posts: {@code xunbang.outbox.sent}, {@code .failed}, {@code .unknown},
 * {@code .stale}.
 */
final class OutboxMetrics {

  private final MeterRegistry registry;

  OutboxMetrics(MeterRegistry registry) {
    this.registry = registry;
    count(PostState.SENT, 0);
    count(PostState.FAILED, 0);
    count(PostState.UNKNOWN, 0);
    count(PostState.STALE, 0);
  }

  void count(PostState state) {
    count(state, 1);
  }

  private void count(PostState state, int posts) {
    registry.counter("xunbang.outbox." + state.name().toLowerCase(Locale.ROOT)).increment(posts);
  }
}

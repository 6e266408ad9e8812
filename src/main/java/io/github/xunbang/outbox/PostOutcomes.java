package io.github.xunbang.outbox;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.storage.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records what became of posts that were sent together, and tells whoever should know. */
final class PostOutcomes {

  private static final Logger log = LoggerFactory.getLogger(PostOutcomes.class);

  static final int MAX_ATTEMPTS = 8;
  static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(10), Duration.ofMinutes(10));

  private final PostRepository posts;
  private final BusinessClock clock;
  private final OutboxMetrics metrics;
  private final DeliveryTroubles troubles;

  PostOutcomes(
      PostRepository posts, BusinessClock clock, OutboxMetrics metrics, DeliveryTroubles troubles) {
    this.posts = posts;
    this.clock = clock;
    this.metrics = metrics;
    this.troubles = troubles;
  }

  /** Whether one more clear refusal is the last. */
  static boolean lastAttempt(PostDocument post) {
    return post.attempts() + 1 >= MAX_ATTEMPTS;
  }

  /** Back into the queue without a refusal: for its budget, or to let an answer pass. */
  Optional<Instant> waits(List<PostDocument> sent, Instant until, String why) {
    sent.forEach(post -> posts.requeue(post.id(), post.attempts(), until, why));
    return Optional.of(until);
  }

  /** Refused for now; returns when to try again, or nothing after the last attempt. */
  Optional<Instant> refused(List<PostDocument> sent, TransientDeliveryException e) {
    PostDocument first = sent.get(0);
    if (lastAttempt(first)) {
      return finished(sent, PostState.FAILED, e);
    }
    int attempts = first.attempts() + 1;
    Duration backoff = BACKOFF.after(attempts);
    Duration wait = e.pause().compareTo(backoff) > 0 ? e.pause() : backoff;
    Instant nextTryAt = clock.realTime().instant().plus(wait);
    sent.forEach(post -> posts.requeue(post.id(), attempts, nextTryAt, reason(e)));
    log.warn(
        "Delivery refused: {} attempt={} nextAt={}: {}",
        ids(first),
        attempts,
        nextTryAt,
        reason(e));
    return Optional.of(nextTryAt);
  }

  /** Impossible before anything was sent. */
  Optional<Instant> rejected(List<PostDocument> queued, String reason) {
    for (PostDocument post : queued) {
      if (posts.reject(post.id(), clock.instant(), reason)) {
        log.error("Delivery impossible: {}: {}", ids(post), reason);
        metrics.count(PostState.FAILED);
        troubles.tell(post, PostState.FAILED);
      }
    }
    return Optional.empty();
  }

  /** Dropped before anything was sent; nobody is told, for it has nothing to say any more. */
  void stale(PostDocument post) {
    if (posts.drop(post.id(), clock.instant())) {
      log.info("Dropped as stale: {} goodUntil={}", ids(post), post.goodUntil());
      metrics.count(PostState.STALE);
    }
  }

  /** The end: SENT, FAILED or UNKNOWN. */
  Optional<Instant> finished(
      List<PostDocument> sent, PostState state, @Nullable RuntimeException e) {
    for (PostDocument post : sent) {
      posts.finish(post.id(), state, clock.instant(), e == null ? "" : reason(e));
      metrics.count(state);
      if (e != null) {
        log.error("Delivery {}: {}: {}", state, ids(post), reason(e));
        troubles.tell(post, state);
      }
    }
    return Optional.empty();
  }

  /** A dead process was sending it; nobody knows what was shown. */
  void cutOff(PostDocument post) {
    if (posts.markCutOff(post, clock.instant())) {
      metrics.count(PostState.UNKNOWN);
      log.error("Delivery UNKNOWN, it was cut off: {}", ids(post));
      troubles.tell(post, PostState.UNKNOWN);
    }
  }

  static String reason(RuntimeException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  static String ids(PostDocument post) {
    return "channel=%s conversation=%s organization=%s post=%s"
        .formatted(post.channel(), post.conversationId(), post.organizationId(), post.id());
  }
}

package io.github.xunbang.outbox;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.storage.DatabaseKind;
import io.github.xunbang.storage.Lease;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Posts in MongoDB with the order of the waiting ones in memory. */
final class DurableOutboxService implements OutboxService {

  private static final Logger log = LoggerFactory.getLogger(DurableOutboxService.class);

  /** Conversations that are served at once in the background. */
  static final int PARALLEL = 8;

  private static final Duration POLL_EVERY = Duration.ofSeconds(1);
  private static final long DRAIN_MILLIS = 60_000;

  private final PostRepository posts;
  private final BusinessClock clock;
  private final DatabaseKind kind;
  private final Lease lease;
  private final OutboxMetrics metrics;
  private final WaitingPosts waiting = new WaitingPosts();
  private final PostDelivery delivery;
  private final Semaphore slots = new Semaphore(PARALLEL);
  private final AtomicLong lastSequence = new AtomicLong();

  private boolean loaded;
  private Instant nextPoll = Instant.MIN;

  DurableOutboxService(
      PostRepository posts,
      BusinessClock clock,
      DatabaseKind kind,
      Lease lease,
      OutboxMetrics metrics,
      Supplier<List<DeliveryChannel>> channels,
      Supplier<List<DeliveryHold>> holds) {
    this.posts = posts;
    this.clock = clock;
    this.kind = kind;
    this.lease = lease;
    this.metrics = metrics;
    delivery = new PostDelivery(posts, waiting, clock, metrics, channels, holds);
  }

  @Override
  public void enqueue(Post post) {
    PostDocument stored = PostDocument.queued(post, nextSequence(), clock.instant());
    if (posts.insert(stored)) {
      waiting.put(WaitingPosts.Waiting.of(stored));
    }
  }

  @Override
  public void drain() {
    refresh();
    do {
      Optional<WaitingPosts.Waiting> next = waiting.take(now());
      while (next.isPresent()) {
        deliver(next.get());
        next = waiting.take(now());
      }
    } while (othersDelivered());
  }

  /** Waits for posts that the background worker has under way; whether there is more to do then. */
  private boolean othersDelivered() {
    try {
      if (!waiting.awaitIdle(DRAIN_MILLIS)) {
        log.warn("Posts are still on their way after {} ms", DRAIN_MILLIS);
        return false;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    return waiting.hasDeliverable(now());
  }

  @Override
  public Optional<Instant> nextRelease() {
    return waiting.nextRelease();
  }

  /** Starts on {@code background} what may go now, as far as there are free slots. */
  void startDeliverable(Executor background) {
    refresh();
    while (slots.tryAcquire()) {
      Optional<WaitingPosts.Waiting> next = waiting.take(now());
      if (next.isEmpty()) {
        slots.release();
        return;
      }
      background.execute(() -> deliverInSlot(next.get()));
    }
  }

  /** Waits for new posts, at most {@code millis} real time. */
  void awaitPosts(long seen, long millis) throws InterruptedException {
    waiting.awaitChange(seen, millis);
  }

  long changes() {
    return waiting.changes();
  }

  /** Forgets posts sent before {@code finishedAt}, business time. */
  void cleanUp(Instant finishedAt) {
    posts.deleteSentBefore(finishedAt);
  }

  private void deliverInSlot(WaitingPosts.Waiting post) {
    try {
      deliver(post);
    } finally {
      slots.release();
    }
  }

  private void deliver(WaitingPosts.Waiting post) {
    if (delivery.isReady(post) && isOurTurn(post)) {
      delivery.deliver(post);
    } else {
      waiting.again(post.notBefore(realNow().plus(POLL_EVERY)));
    }
  }

  /** Order within a conversation needs one sender at a time, also among instances. */
  private boolean isOurTurn(WaitingPosts.Waiting post) {
    if (kind == DatabaseKind.EMBEDDED) {
      return true;
    }
    try {
      return lease.acquire("outbox|" + post.conversation(), PostDelivery.LEASE);
    } catch (RuntimeException e) {
      log.warn("No lease for a conversation now, its posts wait: post={}", post.id(), e);
      return false;
    }
  }

  /**
   * Learns of posts that are not in memory: once from before the start, and on a server again and
   * again, as other instances add posts too. What a dead process was sending becomes UNKNOWN.
   */
  private synchronized void refresh() {
    Instant now = realNow();
    if (loaded && (kind == DatabaseKind.EMBEDDED || now.isBefore(nextPoll))) {
      return;
    }
    nextPoll = now.plus(POLL_EVERY);
    // On the embedded database nobody else can be sending, so there is no lease to wait for.
    posts
        .cutOff(kind == DatabaseKind.EMBEDDED ? Optional.empty() : Optional.of(now))
        .forEach(this::giveUp);
    posts.queued().forEach(waiting::put);
    loaded = true;
  }

  private void giveUp(PostDocument post) {
    if (posts.markCutOff(post, clock.instant())) {
      metrics.count(PostState.UNKNOWN);
      log.error(
          "Delivery UNKNOWN, it was cut off: channel={} organization={} post={}",
          post.channel(),
          post.organizationId(),
          post.id());
    }
  }

  private long nextSequence() {
    long micros = Math.multiplyExact(clock.realTime().millis(), 1000L);
    return lastSequence.updateAndGet(last -> Math.max(last + 1, micros));
  }

  private WaitingPosts.Now now() {
    return new WaitingPosts.Now(realNow(), clock.instant());
  }

  private Instant realNow() {
    return clock.realTime().instant();
  }
}

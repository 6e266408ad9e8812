package io.github.xunbang.outbox;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.message.Conversation;
import io.github.xunbang.storage.DatabaseKind;
import io.github.xunbang.storage.Lease;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Posts in MongoDB with the order of the waiting ones in memory. */
final class DurableOutboxService implements OutboxService, DirectReplies {

  private static final Logger log = LoggerFactory.getLogger(DurableOutboxService.class);

  /** Conversations that are served at once in the background. */
  static final int PARALLEL = 8;

  private static final Duration POLL_EVERY = Duration.ofSeconds(1);
  private static final long DRAIN_MILLIS = 60_000;

  private final PostRepository posts;
  private final BusinessClock clock;
  private final DatabaseKind kind;
  private final Lease lease;
  private final Supplier<List<DeliveryChannel>> channels;
  private final DeliveryTroubles troubles;
  private final PostOutcomes outcomes;
  private final DeliveryRoutes routes;
  private final RateBudgets budgets;
  private final PostDelivery delivery;
  private final WaitingPosts waiting = new WaitingPosts();
  private final Semaphore slots = new Semaphore(PARALLEL);
  private final AtomicLong lastSequence = new AtomicLong();

  /** Names of the leases that may still be this instance's. */
  private final Cache<String, Boolean> turns =
      Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(PostDelivery.LEASE).build();

  private boolean loaded;
  private Instant nextPoll = Instant.MIN;

  DurableOutboxService(
      PostRepository posts,
      BusinessClock clock,
      DatabaseKind kind,
      Lease lease,
      OutboxMetrics metrics,
      DeliveryTroubles troubles,
      Supplier<List<DeliveryChannel>> channels,
      Supplier<List<DeliveryHold>> holds) {
    this.posts = posts;
    this.clock = clock;
    this.kind = kind;
    this.lease = lease;
    this.troubles = troubles;
    this.channels = channels;
    outcomes = new PostOutcomes(posts, clock, metrics, troubles);
    routes = new DeliveryRoutes(channels);
    budgets = new RateBudgets(clock.realTime());
    delivery = new PostDelivery(posts, waiting, budgets, clock, outcomes, troubles, routes, holds);
  }

  @Override
  public void enqueue(Post post) {
    store(PostDocument.queued(post, nextSequence(), clock.instant()));
  }

  @Override
  public void merge(Post post, String heading, Instant notBefore) {
    store(PostDocument.queued(post, nextSequence(), clock.instant(), heading, notBefore));
  }

  private void store(PostDocument stored) {
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

  @Override
  public boolean limited(Conversation conversation) {
    return own(conversation)
        .map(channel -> channel.capabilities(conversation).perMinute() < Integer.MAX_VALUE)
        .orElse(false);
  }

  @Override
  public boolean take(Conversation conversation, int messages) {
    Optional<DeliveryChannel> own = own(conversation);
    if (own.isEmpty() || messages == 0) {
      return true;
    }
    Capabilities can = own.get().capabilities(conversation);
    String key = conversation.key();
    return !waiting.hasAnswers(key)
        && budgets.take(conversation.channel(), key, can, Post.Lane.REPLY, messages).isEmpty();
  }

  private Optional<DeliveryChannel> own(Conversation conversation) {
    return channels.get().stream()
        .filter(channel -> channel.channel().equals(conversation.channel()))
        .findFirst();
  }

  @Override
  public boolean isKnown(String postKey) {
    return posts.exists(postKey);
  }

  /**
   * Has a FAILED or UNKNOWN post sent once more; false when this message did that before.
   *
   * @param beforeItGoes closes the old trouble: the new attempt may fail at once and is a new one
   */
  boolean retry(String postKey, String messageKey, Runnable beforeItGoes) {
    Optional<PostDocument> queued = posts.retry(postKey, messageKey);
    beforeItGoes.run();
    queued.map(WaitingPosts.Waiting::of).ifPresent(waiting::put);
    return queued.isPresent();
  }

  /** How many posts of the organization wait on each channel. */
  Map<String, Long> waitingByChannel(String organizationId) {
    return waiting.countByChannel(organizationId);
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

  /**
   * Gives the conversations to other instances at once; to be called when nothing is on its way any
   * more. Otherwise whoever starts after this one would be silent until the leases run out.
   */
  void releaseTurns() {
    try {
      turns.asMap().keySet().forEach(lease::release);
    } catch (RuntimeException e) {
      log.warn("Conversations not given free, they wait for their leases: {}", e.toString());
    }
  }

  /** Waits for new posts, at most {@code millis} real time. */
  void awaitPosts(long seen, long millis) throws InterruptedException {
    waiting.awaitChange(seen, millis);
  }

  long changes() {
    return waiting.changes();
  }

  /** Forgets posts sent or dropped before {@code finishedAt}, business time. */
  void cleanUp(Instant finishedAt) {
    posts.deleteEndedBefore(finishedAt);
  }

  private void deliverInSlot(WaitingPosts.Waiting post) {
    try {
      deliver(post);
    } finally {
      slots.release();
    }
  }

  private void deliver(WaitingPosts.Waiting post) {
    if (routes.ownReady(post.conversation()) && isOurTurn(post)) {
      delivery.deliver(post);
    } else {
      waiting.settle(List.of(), List.of(post.notBefore(realNow().plus(POLL_EVERY))));
    }
  }

  /** Order within a conversation needs one sender at a time, also among instances. */
  private boolean isOurTurn(WaitingPosts.Waiting post) {
    if (kind == DatabaseKind.EMBEDDED) {
      return true;
    }
    try {
      String name = "outbox|" + post.conversation();
      boolean ours = lease.acquire(name, PostDelivery.LEASE);
      if (ours) {
        turns.put(name, true);
      }
      return ours;
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
    // A clock that was set back must not put the next look off.
    boolean looked = now.isBefore(nextPoll) && nextPoll.isBefore(now.plus(POLL_EVERY).plusNanos(1));
    if (loaded && (kind == DatabaseKind.EMBEDDED || looked)) {
      return;
    }
    nextPoll = now.plus(POLL_EVERY);
    // On the embedded database nobody else can be sending, so there is no lease to wait for.
    posts
        .cutOff(kind == DatabaseKind.EMBEDDED ? Optional.empty() : Optional.of(now))
        .forEach(outcomes::cutOff);
    if (!loaded) {
      troubles.tellUntold();
    }
    posts.queued().forEach(waiting::put);
    loaded = true;
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

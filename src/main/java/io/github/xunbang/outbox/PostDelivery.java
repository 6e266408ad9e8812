package io.github.xunbang.outbox;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.message.Attachment;
import io.github.xunbang.message.OutboundMessage;
import io.github.xunbang.storage.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes one waiting post through its channel and records what became of it. */
final class PostDelivery {

  private static final Logger log = LoggerFactory.getLogger(PostDelivery.class);

  static final int MAX_ATTEMPTS = 8;

  /** Longer than any channel waits for its platform; then the post counts as cut off. */
  static final Duration LEASE = Duration.ofMinutes(2);

  private static final Backoff BACKOFF =
      new Backoff(Duration.ofSeconds(10), Duration.ofMinutes(10));

  private final PostRepository posts;
  private final WaitingPosts waiting;
  private final RateBudgets budgets;
  private final BusinessClock clock;
  private final OutboxMetrics metrics;
  private final Supplier<List<DeliveryChannel>> channels;
  private final Supplier<List<DeliveryHold>> holds;

  PostDelivery(
      PostRepository posts,
      WaitingPosts waiting,
      BusinessClock clock,
      OutboxMetrics metrics,
      Supplier<List<DeliveryChannel>> channels,
      Supplier<List<DeliveryHold>> holds) {
    this.posts = posts;
    this.waiting = waiting;
    this.budgets = new RateBudgets(clock.realTime());
    this.clock = clock;
    this.metrics = metrics;
    this.channels = channels;
    this.holds = holds;
  }

  /**
   * Whether this instance can try the post now; a post whose channel is missing is tried and
   * rejected.
   */
  boolean isReady(WaitingPosts.Waiting post) {
    return channels.get().stream()
        .filter(channel -> post.conversation().startsWith(channel.channel() + "|"))
        .allMatch(DeliveryChannel::ready);
  }

  /** Delivers the taken post as far as it goes now, and gives its conversation free again. */
  void deliver(WaitingPosts.Waiting taken) {
    Optional<WaitingPosts.Waiting> rest = Optional.empty();
    try {
      Optional<PostDocument> found = posts.find(taken.id());
      if (found.isPresent() && found.get().state() == PostState.QUEUED) {
        Optional<Instant> held = heldUntil(found.get());
        rest =
            held.isPresent()
                ? held.map(taken::heldUntil)
                : deliverQueued(found.get()).map(taken::notBefore);
      }
    } catch (RuntimeException e) {
      // The database is away, most likely. If the post was SENDING it becomes UNKNOWN by its lease.
      log.error("Delivery not recorded: post={}", taken.id(), e);
      rest = Optional.of(taken.notBefore(realNow().plus(BACKOFF.first())));
    } finally {
      rest.ifPresentOrElse(waiting::again, () -> waiting.done(taken));
    }
  }

  /** Answers are never held, nor is the rest of a post that has begun to appear. */
  private Optional<Instant> heldUntil(PostDocument post) {
    if (post.lane() == Post.Lane.REPLY || post.partsSent() > 0) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    return holds.get().stream()
        .flatMap(
            hold ->
                hold.until(post.organizationId(), post.conversation(), post.lane(), now).stream())
        .filter(now::isBefore)
        .max(Instant::compareTo);
  }

  /** Returns when to try again, or nothing when the post is over. */
  private Optional<Instant> deliverQueued(PostDocument post) {
    if (post.nextTryAt() != null && post.nextTryAt().isAfter(realNow())) {
      return Optional.of(post.nextTryAt());
    }
    Optional<DeliveryChannel> channel =
        channels.get().stream().filter(it -> it.channel().equals(post.channel())).findFirst();
    if (channel.isEmpty()) {
      return rejected(post, "no channel " + post.channel());
    }
    Capabilities can = channel.get().capabilities(post.conversation());
    if (!can.push()) {
      return rejected(post, "channel cannot speak first in this conversation");
    }
    Optional<Instant> budgetAt = budgets.take(post.conversation().key(), can);
    if (budgetAt.isPresent()) {
      return budgetAt;
    }
    // Parts must not move between attempts, so the first attempt's size stays.
    int partBytes = post.partsSent() > 0 ? post.partBytes() : can.maxBytes();
    return posts
        .claim(post.id(), partBytes, realNow(), LEASE)
        .flatMap(claimed -> send(claimed, channel.get(), can));
  }

  private Optional<Instant> send(PostDocument post, DeliveryChannel channel, Capabilities can) {
    try {
      return sendParts(post, channel, can);
    } catch (TransientDeliveryException e) {
      return refused(post, e);
    } catch (PermanentDeliveryException e) {
      return finished(post, PostState.FAILED, e);
    } catch (UnknownDeliveryException e) {
      return finished(post, PostState.UNKNOWN, e);
    }
  }

  private Optional<Instant> sendParts(
      PostDocument post, DeliveryChannel channel, Capabilities can) {
    List<OutboundMessage> parts = parts(post, can);
    for (int part = post.partsSent(); part < parts.size(); part++) {
      if (part > post.partsSent()) {
        Optional<Instant> budgetAt = budgets.take(post.conversation().key(), can);
        if (budgetAt.isPresent()) {
          posts.requeue(post.id(), post.attempts(), budgetAt.get(), "waits for its rate budget");
          return budgetAt;
        }
      }
      handOver(post, channel, parts.get(part));
      if (part + 1 < parts.size() && !posts.partSent(post.id(), part + 1, realNow().plus(LEASE))) {
        log.error("Lease lost while sending, the rest stays unsent: {}", ids(post));
        return Optional.empty();
      }
    }
    return finished(post, PostState.SENT, null);
  }

  private static void handOver(
      PostDocument post, DeliveryChannel channel, OutboundMessage message) {
    try {
      channel.deliver(post.conversation(), message);
    } catch (TransientDeliveryException
        | PermanentDeliveryException
        | UnknownDeliveryException known) {
      throw known;
    } catch (RuntimeException bug) {
      log.error("Channel failed unexpectedly: {}", ids(post), bug);
      throw new UnknownDeliveryException("unexpected " + bug.getClass().getName(), bug);
    }
  }

  /** Mentions go with the first part, pictures and files with the last. */
  private static List<OutboundMessage> parts(PostDocument post, Capabilities can) {
    OutboundMessage whole = post.message();
    List<Attachment> showable = whole.attachments().stream().filter(it -> shows(can, it)).toList();
    if (whole.text().isBlank() && showable.isEmpty()) {
      throw new PermanentDeliveryException("the channel shows none of its attachments", null);
    }
    List<String> texts = TextParts.split(whole.text(), post.partBytes());
    int last = texts.size() - 1;
    return IntStream.rangeClosed(0, last)
        .mapToObj(
            part ->
                new OutboundMessage(
                    texts.get(part),
                    part == 0 ? whole.mentions() : List.of(),
                    part == last ? showable : List.of()))
        .toList();
  }

  private static boolean shows(Capabilities can, Attachment attachment) {
    return attachment.kind() == Attachment.Kind.PICTURE ? can.picture() : can.file();
  }

  private Optional<Instant> refused(PostDocument post, TransientDeliveryException e) {
    int attempts = post.attempts() + 1;
    if (attempts >= MAX_ATTEMPTS) {
      return finished(post, PostState.FAILED, e);
    }
    Duration backoff = BACKOFF.after(attempts);
    Duration wait = e.pause().compareTo(backoff) > 0 ? e.pause() : backoff;
    Instant nextTryAt = realNow().plus(wait);
    posts.requeue(post.id(), attempts, nextTryAt, reason(e));
    log.warn(
        "Delivery refused: {} attempt={} nextAt={}: {}", ids(post), attempts, nextTryAt, reason(e));
    return Optional.of(nextTryAt);
  }

  private Optional<Instant> rejected(PostDocument post, String reason) {
    if (posts.reject(post.id(), clock.instant(), reason)) {
      log.error("Delivery impossible: {}: {}", ids(post), reason);
      metrics.count(PostState.FAILED);
    }
    return Optional.empty();
  }

  private Optional<Instant> finished(
      PostDocument post, PostState state, @Nullable RuntimeException e) {
    posts.finish(post.id(), state, clock.instant(), e == null ? "" : reason(e));
    metrics.count(state);
    if (e != null) {
      log.error("Delivery {}: {}: {}", state, ids(post), reason(e));
    }
    return Optional.empty();
  }

  private static String reason(RuntimeException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private static String ids(PostDocument post) {
    return "channel="
        + post.channel()
        + " conversation="
        + post.conversationId()
        + " organization="
        + post.organizationId()
        + " post="
        + post.id();
  }

  private Instant realNow() {
    return clock.realTime().instant();
  }
}

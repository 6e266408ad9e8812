package io.github.xunbang.outbox;

import io.github.xunbang.calendar.BusinessClock;
import io.github.xunbang.message.OutboundMessage;
import io.github.xunbang.outbox.DeliveryRoutes.Route;
import io.github.xunbang.outbox.WaitingPosts.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes one waiting post, or several that are said together, through its channel. */
final class PostDelivery {

  private static final Logger log = LoggerFactory.getLogger(PostDelivery.class);

  /** Longer than any channel waits for its platform; then the post counts as cut off. */
  static final Duration LEASE = Duration.ofMinutes(2);

  private static final int MOST_TOGETHER = 100;

  private final PostRepository posts;
  private final WaitingPosts waiting;
  private final RateBudgets budgets;
  private final BusinessClock clock;
  private final PostOutcomes outcomes;
  private final DeliveryTroubles troubles;
  private final DeliveryRoutes routes;
  private final Supplier<List<DeliveryHold>> holds;

  PostDelivery(
      PostRepository posts,
      WaitingPosts waiting,
      RateBudgets budgets,
      BusinessClock clock,
      PostOutcomes outcomes,
      DeliveryTroubles troubles,
      DeliveryRoutes routes,
      Supplier<List<DeliveryHold>> holds) {
    this.posts = posts;
    this.waiting = waiting;
    this.budgets = budgets;
    this.clock = clock;
    this.outcomes = outcomes;
    this.troubles = troubles;
    this.routes = routes;
    this.holds = holds;
  }

  /** Delivers the taken post as far as it goes now, and gives its conversation free again. */
  void deliver(Waiting taken) {
    List<Waiting> done = new ArrayList<>(List.of(taken));
    done.addAll(waiting.takeMates(taken, now(), MOST_TOGETHER - 1));
    List<Waiting> again = new ArrayList<>();
    try {
      List<PostDocument> queued = fresh(queued(done));
      if (!queued.isEmpty()) {
        rest(queued).ifPresent(wait -> move(queued, done, again, wait));
      }
    } catch (RuntimeException e) {
      // The database is away, most likely. If the post was SENDING it becomes UNKNOWN by its lease.
      log.error("Delivery not recorded: post={}", taken.id(), e);
      Instant at = clock.realTime().instant().plus(PostOutcomes.BACKOFF.first());
      done.forEach(post -> again.add(post.notBefore(at)));
      done.clear();
    } finally {
      waiting.settle(done, again);
    }
  }

  private List<PostDocument> queued(List<Waiting> taken) {
    return taken.stream()
        .flatMap(post -> posts.find(post.id()).stream())
        .filter(post -> post.state() == PostState.QUEUED)
        .toList();
  }

  private List<PostDocument> fresh(List<PostDocument> queued) {
    Instant now = clock.instant();
    queued.stream().filter(post -> post.isStale(now)).forEach(outcomes::stale);
    return queued.stream().filter(post -> !post.isStale(now)).toList();
  }

  private static void move(
      List<PostDocument> posts, List<Waiting> from, List<Waiting> to, UnaryOperator<Waiting> as) {
    List<String> ids = posts.stream().map(PostDocument::id).toList();
    from.stream().filter(post -> ids.contains(post.id())).map(as).forEach(to::add);
    from.removeIf(post -> ids.contains(post.id()));
  }

  /** Delivers; how the posts wait on, or nothing when they are over. */
  private Optional<UnaryOperator<Waiting>> rest(List<PostDocument> queued) {
    Optional<Instant> held = heldUntil(queued.get(0));
    if (held.isPresent()) {
      return held.map(at -> post -> post.heldUntil(at));
    }
    return deliverQueued(queued).map(at -> post -> post.notBefore(at));
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

  /** Returns when to try again, or nothing when the posts are over. */
  private Optional<Instant> deliverQueued(List<PostDocument> queued) {
    PostDocument first = queued.get(0);
    if (first.nextTryAt() != null && first.nextTryAt().isAfter(now().real())) {
      return Optional.of(first.nextTryAt());
    }
    List<Route> ways;
    try {
      ways = routes.of(first);
    } catch (PermanentDeliveryException e) {
      return outcomes.rejected(queued, PostOutcomes.reason(e));
    }
    Optional<Instant> budgetAt = budget(first, ways.get(0));
    if (budgetAt.isPresent()) {
      return budgetAt;
    }
    int maxBytes = ways.stream().mapToInt(way -> way.can().maxBytes()).min().orElseThrow();
    // Parts must not move between attempts, so the first attempt's size stays.
    int partBytes = first.partsSent() > 0 ? first.partBytes() : maxBytes;
    int together = PostParts.fitting(queued, partBytes);
    List<PostDocument> claimed =
        queued.subList(0, together).stream()
            .flatMap(post -> posts.claim(post.id(), partBytes, now().real(), LEASE).stream())
            .toList();
    Optional<Instant> again = claimed.isEmpty() ? Optional.empty() : send(claimed, ways);
    // Whoever did not fit stays QUEUED and has to be looked at again; the others are then over.
    return again.isPresent() || together == queued.size() ? again : Optional.of(now().real());
  }

  private Optional<Instant> send(List<PostDocument> claimed, List<Route> ways) {
    Sending sending = new Sending(claimed);
    Route way = ways.get(0);
    try {
      try {
        return sending.over(way);
      } catch (PermanentDeliveryException | TransientDeliveryException e) {
        boolean forGood =
            e instanceof PermanentDeliveryException || PostOutcomes.lastAttempt(claimed.get(0));
        if (!forGood || ways.size() == 1) {
          throw e;
        }
        troubles.rerouted(claimed.get(0), e);
        Optional<Instant> budgetAt = budget(claimed.get(0), ways.get(1));
        return budgetAt.isPresent()
            ? outcomes.waits(sending.posts, budgetAt.get(), "waits for its rate budget")
            : sending.over(ways.get(1));
      }
    } catch (TransientDeliveryException e) {
      return outcomes.refused(sending.posts, e);
    } catch (PermanentDeliveryException e) {
      return outcomes.finished(sending.posts, PostState.FAILED, e);
    } catch (UnknownDeliveryException e) {
      return outcomes.finished(sending.posts, PostState.UNKNOWN, e);
    }
  }

  private Optional<Instant> budget(PostDocument post, Route way) {
    return budgets.take(
        way.channel().channel(), post.conversation().key(), way.can(), post.lane(), 1);
  }

  private WaitingPosts.Now now() {
    return new WaitingPosts.Now(clock.realTime().instant(), clock.instant());
  }

  /** Claimed posts on their way; it knows which parts have been taken. */
  private final class Sending {

    private final List<PostDocument> posts;
    private final PostDocument whole;
    private int part;

    Sending(List<PostDocument> posts) {
      this.posts = posts;
      this.whole = PostParts.merged(posts);
      this.part = whole.partsSent();
    }

    Optional<Instant> over(Route way) {
      List<OutboundMessage> parts = PostParts.of(whole, way.can());
      int first = part;
      while (part < parts.size()) {
        if (part > first) {
          Optional<Instant> pause = pauseBeforePart(way);
          if (pause.isPresent()) {
            return pause;
          }
        }
        handOver(way, parts.get(part));
        part++;
        if (part < parts.size() && !isStillOurs()) {
          return Optional.empty();
        }
      }
      if (!way.own()) {
        troubles.worksAgain(whole);
      }
      return outcomes.finished(posts, PostState.SENT, null);
    }

    /** Answers pass between the parts of a long board. */
    private Optional<Instant> pauseBeforePart(Route way) {
      if (waiting.hasMoreUrgent(whole.conversation().key(), whole.lane(), now())) {
        return outcomes.waits(posts, now().real(), "lets something more urgent pass");
      }
      return budget(whole, way)
          .flatMap(at -> outcomes.waits(posts, at, "waits for its rate budget"));
    }

    private boolean isStillOurs() {
      boolean ours = PostDelivery.this.posts.partSent(whole.id(), part, now().real().plus(LEASE));
      if (!ours) {
        log.error("Lease lost while sending, the rest stays unsent: {}", PostOutcomes.ids(whole));
      }
      return ours;
    }

    private void handOver(Route way, OutboundMessage message) {
      try {
        way.channel().deliver(whole.conversation(), message);
        troubles.lastError(way.channel(), "");
      } catch (TransientDeliveryException
          | PermanentDeliveryException
          | UnknownDeliveryException known) {
        troubles.lastError(way.channel(), known.getClass().getSimpleName());
        throw known;
      } catch (RuntimeException bug) {
        log.error("Channel failed unexpectedly: {}", PostOutcomes.ids(whole), bug);
        troubles.lastError(way.channel(), bug.getClass().getSimpleName());
        throw new UnknownDeliveryException("unexpected " + bug.getClass().getName(), bug);
      }
    }
  }
}

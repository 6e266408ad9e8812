package io.github.xunbang.outbox;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Waiting posts in memory: per conversation and lane in order of sequence. Only the first of a lane
 * may go, and a conversation has one post on its way at a time. It is a list of candidates, never
 * the truth: whoever takes one still has to claim it in the database.
 */
final class WaitingPosts {

  /** Real time, by which refusals and budgets wait, and business time, by which holds do. */
  record Now(Instant real, Instant business) {}

  /**
   * What has to be known of a post to choose it.
   *
   * @param notBefore real time before which it waits
   * @param heldUntil business time until which it is held
   */
  record Waiting(
      String id,
      String organizationId,
      String conversation,
      Post.Lane lane,
      long sequence,
      @Nullable Instant notBefore,
      @Nullable Instant heldUntil) {

    static Waiting of(PostDocument post) {
      return new Waiting(
          post.id(),
          post.organizationId(),
          post.conversation().key(),
          post.lane(),
          post.sequence(),
          post.nextTryAt(),
          null);
    }

    Waiting notBefore(Instant realTime) {
      return new Waiting(id, organizationId, conversation, lane, sequence, realTime, null);
    }

    Waiting heldUntil(Instant businessTime) {
      return new Waiting(id, organizationId, conversation, lane, sequence, null, businessTime);
    }

    boolean mayGo(Now now) {
      return (notBefore == null || !notBefore.isAfter(now.real()))
          && (heldUntil == null || !heldUntil.isAfter(now.business()));
    }
  }

  private static final Comparator<Waiting> ORDER =
      Comparator.comparingLong(Waiting::sequence).thenComparing(Waiting::id);

  private final Map<String, Map<Post.Lane, TreeSet<Waiting>>> conversations = new LinkedHashMap<>();
  private final Set<String> known = new HashSet<>();
  private final Set<String> busy = new HashSet<>();
  private long changes;

  /** Adds a post unless it is waiting or on its way already. */
  synchronized void put(Waiting post) {
    if (known.add(post.id())) {
      lane(post).add(post);
      changed();
    }
  }

  /**
   * Removes and returns a post that may go now, most urgent lane first, conversations in turn; its
   * conversation is busy until {@link #done} or {@link #again}.
   */
  synchronized Optional<Waiting> take(Now now) {
    for (String conversation : conversations.keySet()) {
      if (!busy.contains(conversation)) {
        Optional<Waiting> first = first(conversation, now);
        if (first.isPresent()) {
          remove(first.get());
          busy.add(conversation);
          return first;
        }
      }
    }
    return Optional.empty();
  }

  /** Whether {@link #take} would find something. */
  synchronized boolean hasDeliverable(Now now) {
    return conversations.keySet().stream()
        .anyMatch(key -> !busy.contains(key) && first(key, now).isPresent());
  }

  /** The business instant at which the next held post may go. */
  synchronized Optional<Instant> nextRelease() {
    return conversations.values().stream()
        .flatMap(lanes -> lanes.values().stream())
        .flatMap(lane -> Optional.ofNullable(lane.first().heldUntil()).stream())
        .min(Instant::compareTo);
  }

  /** The taken post is over: sent, failed, unknown or another instance's. */
  synchronized void done(Waiting post) {
    known.remove(post.id());
    busy.remove(post.conversation());
    changed();
  }

  /** The taken post waits again, first of its lane as before. */
  synchronized void again(Waiting post) {
    lane(post).add(post);
    busy.remove(post.conversation());
    changed();
  }

  /**
   * Waits until no conversation is busy, at most {@code millis} real time; false if time ran out.
   */
  synchronized boolean awaitIdle(long millis) throws InterruptedException {
    long until = System.nanoTime() + millis * 1_000_000L;
    while (!busy.isEmpty()) {
      long left = (until - System.nanoTime()) / 1_000_000L;
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }

  /** A number that grows with every change, for {@link #awaitChange}. */
  synchronized long changes() {
    return changes;
  }

  /** Waits until something changed since {@code seen}, at most {@code millis} real time. */
  synchronized void awaitChange(long seen, long millis) throws InterruptedException {
    if (changes == seen) {
      wait(millis);
    }
  }

  private void changed() {
    changes++;
    notifyAll();
  }

  private Optional<Waiting> first(String conversation, Now now) {
    for (TreeSet<Waiting> lane : conversations.get(conversation).values()) {
      if (!lane.isEmpty() && lane.first().mayGo(now)) {
        return Optional.of(lane.first());
      }
    }
    return Optional.empty();
  }

  private TreeSet<Waiting> lane(Waiting post) {
    return conversations
        .computeIfAbsent(post.conversation(), key -> new EnumMap<>(Post.Lane.class))
        .computeIfAbsent(post.lane(), key -> new TreeSet<>(ORDER));
  }

  /** Removing the conversation and adding it again with its next post gives the others a turn. */
  private void remove(Waiting post) {
    Map<Post.Lane, TreeSet<Waiting>> lanes = conversations.remove(post.conversation());
    lanes.get(post.lane()).remove(post);
    lanes.values().removeIf(TreeSet::isEmpty);
    if (!lanes.isEmpty()) {
      conversations.put(post.conversation(), lanes);
    }
  }
}

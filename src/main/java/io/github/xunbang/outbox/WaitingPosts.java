package io.github.xunbang.outbox;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
   * @param heading posts of the same one are said together; null for a post said alone
   */
  record Waiting(
      String id,
      String organizationId,
      String conversation,
      Post.Lane lane,
      long sequence,
      @Nullable Instant notBefore,
      @Nullable Instant heldUntil,
      @Nullable String heading) {

    static Waiting of(PostDocument post) {
      return new Waiting(
          post.id(),
          post.organizationId(),
          post.conversation().key(),
          post.lane(),
          post.sequence(),
          post.nextTryAt(),
          null,
          post.heading());
    }

    Waiting notBefore(Instant realTime) {
      return new Waiting(id, organizationId, conversation, lane, sequence, realTime, null, heading);
    }

    Waiting heldUntil(Instant businessTime) {
      return new Waiting(
          id, organizationId, conversation, lane, sequence, null, businessTime, heading);
    }

    /** Its place among the lanes: what is collected must not make others of its lane wait. */
    int row() {
      return row(lane) + (heading == null ? 0 : 1);
    }

    static int row(Post.Lane lane) {
      return 2 * lane.ordinal();
    }

    boolean mayGo(Now now) {
      return (notBefore == null || !notBefore.isAfter(now.real()))
          && (heldUntil == null || !heldUntil.isAfter(now.business()));
    }
  }

  private static final Comparator<Waiting> ORDER =
      Comparator.comparingLong(Waiting::sequence).thenComparing(Waiting::id);

  private final Map<String, Map<Integer, TreeSet<Waiting>>> conversations = new LinkedHashMap<>();
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
   * conversation is busy until {@link #settle}.
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

  /**
   * Removes and returns, in order and at most {@code most}, what may be said together with {@code
   * first}, which was taken.
   */
  synchronized List<Waiting> takeMates(Waiting first, Now now, int most) {
    Map<Integer, TreeSet<Waiting>> lanes = conversations.get(first.conversation());
    if (first.heading() == null || lanes == null || !lanes.containsKey(first.row())) {
      return List.of();
    }
    List<Waiting> mates =
        lanes.get(first.row()).stream()
            .filter(post -> first.heading().equals(post.heading()) && post.mayGo(now))
            .limit(most)
            .toList();
    mates.forEach(this::remove);
    return mates;
  }

  /** Whether a more urgent lane of the conversation has something that may go now. */
  synchronized boolean hasMoreUrgent(String conversation, Post.Lane than, Now now) {
    return conversations.getOrDefault(conversation, Map.of()).entrySet().stream()
        .filter(lane -> lane.getKey() < Waiting.row(than))
        .anyMatch(lane -> lane.getValue().first().mayGo(now));
  }

  /** Whether answers wait in the conversation that are not merely collected. */
  synchronized boolean hasAnswers(String conversation) {
    return conversations
        .getOrDefault(conversation, Map.of())
        .containsKey(Waiting.row(Post.Lane.REPLY));
  }

  /** How many posts of the organization wait on each channel. */
  synchronized Map<String, Long> countByChannel(String organizationId) {
    return conversations.values().stream()
        .flatMap(lanes -> lanes.values().stream())
        .flatMap(Set::stream)
        .filter(post -> post.organizationId().equals(organizationId))
        .collect(
            Collectors.groupingBy(
                post -> post.conversation().substring(0, post.conversation().indexOf('|')),
                Collectors.counting()));
  }

  /**
   * Gives the conversation of taken posts free: {@code done} are over (sent, failed, unknown or
   * another instance's), {@code again} wait in their old places.
   */
  synchronized void settle(List<Waiting> done, List<Waiting> again) {
    for (Waiting post : done) {
      known.remove(post.id());
      busy.remove(post.conversation());
    }
    for (Waiting post : again) {
      lane(post).add(post);
      busy.remove(post.conversation());
    }
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
        .computeIfAbsent(post.conversation(), key -> new TreeMap<>())
        .computeIfAbsent(post.row(), key -> new TreeSet<>(ORDER));
  }

  /** Removing the conversation and adding it again with its next post gives the others a turn. */
  private void remove(Waiting post) {
    Map<Integer, TreeSet<Waiting>> lanes = conversations.remove(post.conversation());
    lanes.get(post.row()).remove(post);
    lanes.values().removeIf(TreeSet::isEmpty);
    if (!lanes.isEmpty()) {
      conversations.put(post.conversation(), lanes);
    }
  }
}

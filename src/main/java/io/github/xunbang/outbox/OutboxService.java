package io.github.xunbang.outbox;

import java.time.Instant;
import java.util.Optional;

/**
 * The durable outbound queue (design section 12): QUEUED → SENDING → SENT, FAILED, UNKNOWN or
 * STALE.
 */
public interface OutboxService {

  /** Stores the post durably as QUEUED unless its key exists; a worker delivers it. */
  void enqueue(Post post);

  /**
   * Like {@link #enqueue}, but from {@code notBefore} (real time) on all such posts of one
   * conversation, lane and heading are said in one message: the heading, unless it is empty, and
   * each text on lines of its own.
   */
  default void merge(Post post, String heading, Instant notBefore) {
    enqueue(post);
  }

  /**
   * Delivers what is due now and returns when nothing deliverable is left; the simulator steps time
   * with it.
   */
  void drain();

  /**
   * The business instant at which the next held post may go, as far as is known after {@link
   * #drain}; the simulator stops there on its way.
   */
  default Optional<Instant> nextRelease() {
    return Optional.empty();
  }
}

package io.github.xunbang.outbox;

import java.time.Instant;
import java.util.Optional;

/** The durable outbound queue (design section 12): QUEUED → SENDING → SENT, FAILED or UNKNOWN. */
public interface OutboxService {

  /** Stores the post durably as QUEUED unless its key exists; a worker delivers it. */
  void enqueue(Post post);

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

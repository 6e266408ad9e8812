package io.github.xunbang.outbox;

/** The durable outbound queue (design section 12): QUEUED → SENDING → SENT, FAILED or UNKNOWN. */
public interface OutboxService {

  /** Stores the post durably as QUEUED unless its key exists; a worker delivers it. */
  void enqueue(Post post);

  /**
   * Delivers what is due now and returns when nothing deliverable is left; the simulator steps time
   * with it.
   */
  void drain();
}

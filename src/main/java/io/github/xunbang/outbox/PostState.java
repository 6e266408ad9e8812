package io.github.xunbang.outbox;

/** What has become of a post. */
enum PostState {
  /** Waits for its turn, its budget or its next attempt; no byte of its next part has left. */
  QUEUED,
  /** Handed to the channel; written before the bytes leave. */
  SENDING,
  /** Taken by the platform. */
  SENT,
  /** Refused for good or too often: a dead letter. */
  FAILED,
  /** Sent without an answer, or cut off while sending; never resent by itself. */
  UNKNOWN,
  /** Dropped: it could not be said while it was worth saying. No byte of it has left. */
  STALE
}

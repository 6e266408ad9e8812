package io.github.xunbang.schedule;

/** What has become of a job. */
enum JobState {
  /** Waits for its time, or for its next attempt. */
  SCHEDULED,
  /** An instance is doing it, as long as its lease is valid. */
  RUNNING,
  /** Done for good. */
  DONE,
  /** Given up after the last attempt; kept for people to look at. */
  DEAD
}

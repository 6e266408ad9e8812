package io.github.xunbang.schedule;

import java.time.Instant;
import java.util.Optional;

/** Durable jobs, one runner at a time across instances (design sections 11 and 12). */
public interface ScheduleService {

  /** Adds the job durably unless one with its id exists in any state. */
  void schedule(Job job);

  /** Removes a job that has not started. */
  void cancel(String jobId);

  /** When the next job is due, in business time, as far as this instance knows. */
  Optional<Instant> nextDue();

  /**
   * Runs, in order of due time, all jobs due at or before business instant {@code until}, and
   * returns when they are done. The simulator steps time with it; normally a worker calls it.
   */
  void runDue(Instant until);
}

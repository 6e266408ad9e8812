package io.github.xunbang.schedule;

/** Does the work of one kind of job. Must be idempotent: after a crash the same job runs again. */
public interface JobHandler {

  /** The kind of job, stored with it; English, dotted lower case. */
  String kind();

  /** What the job does, Chinese, for the line that tells a manager that it was given up. */
  default String title(Job job) {
    return "一件定时的事";
  }

  /**
   * Runs the job. An exception makes the scheduler retry with backoff and finally mark the job
   * DEAD; other jobs go on.
   *
   * @param job the job, with the business instant at which it was due
   */
  void run(Job job);
}

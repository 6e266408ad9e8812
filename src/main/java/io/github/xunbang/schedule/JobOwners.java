package io.github.xunbang.schedule;

/**
 * What jobs do not know of the organizations they work for. A room that knows organizations
 * implements it as a bean.
 */
public interface JobOwners {

  /** Knows of nobody. */
  JobOwners NOBODY =
      new JobOwners() {
        @Override
        public boolean isGone(String organizationId) {
          return false;
        }

        @Override
        public void died(Job job, String title) {}
      };

  /** Whether the organization was deleted, so that a failure of its job means nothing. */
  boolean isGone(String organizationId);

  /**
   * The job failed for the last time and is about to be kept as DEAD. May be called twice for one
   * job, when the process dies in between.
   *
   * @param title what it was to do, Chinese, as {@link JobHandler#title} says
   */
  void died(Job job, String title);
}

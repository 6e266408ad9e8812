package io.github.xunbang.schedule;

/** Wakes every {@link Recurrence} of an organization at its time. */
public interface Timetable {

  /**
   * Makes sure that the organization's next due instant is waited for. Call it for a new
   * organization, at start, and whenever a setting may have moved a time; without need it changes
   * nothing.
   */
  void replan(String organizationId);
}

package io.github.xunbang.leave;

import java.time.LocalDate;
import java.util.Set;

/**
 * The room's door: who is on leave. Approved leave only, from a cache a few seconds old at most.
 */
public interface LeaveCalendar {

  /** The ids of the members on leave on {@code day}. */
  Set<String> onLeave(String organizationId, LocalDate day);
}

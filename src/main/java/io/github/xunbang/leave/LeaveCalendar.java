package io.github.xunbang.leave;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The room's door: who is on leave. Approved leave only, from a cache a few seconds old at most.
 */
public interface LeaveCalendar {

  /**
   * The ids of the members who are on leave for the whole of {@code day} and so excused. Half a day
   * excuses nobody: the person works the other half and reports.
   */
  Set<String> onLeave(String organizationId, LocalDate day);

  /** Everybody who is away on {@code day}, by member id, and for which part of it. */
  default Map<String, DayPart> away(String organizationId, LocalDate day) {
    return onLeave(organizationId, day).stream()
        .collect(Collectors.toUnmodifiableMap(id -> id, id -> DayPart.DAY));
  }
}

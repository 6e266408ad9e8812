package io.github.xunbang.organization;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

/**
 * Tells who wrote a daily report and what it says, for spot checks (S-23). The room with the
 * reports implements it; {@code leave}, which draws, knows this room and not that one.
 */
public interface DailyLogs {

  /**
   * The reports of one day.
   *
   * @return member id to the report in one line of plain Chinese, not yet made harmless; members
   *     without a report are absent
   */
  Map<String, String> on(String organizationId, Collection<String> memberIds, LocalDate day);
}

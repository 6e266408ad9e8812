package io.github.xunbang.closing;

import io.github.xunbang.calendar.Period;
import java.time.Instant;
import java.util.Map;

/**
 * A frozen period; never changes again (design section 2).
 *
 * @param organizationId whose
 * @param period which
 * @param number 1 for the organization's first closed period of this type (第1期)
 * @param closedAt the business instant of closing, however late it was really done
 * @param results frozen content by {@link FreezeContributor#name()}
 */
public record Closed(
    String organizationId,
    Period period,
    int number,
    Instant closedAt,
    Map<String, String> results) {

  public Closed {
    results = Map.copyOf(results);
    if (number < 1) {
      throw new IllegalArgumentException("Closings count from 1: " + number);
    }
  }
}

package io.github.xunbang.organization;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A member looks after a unit for some days, without belonging to it: 小区经理 and their stores (S-08,
 * S-09). Whoever is responsible may report the unit's figures.
 *
 * @param memberId who
 * @param unitId for which unit
 * @param since first business day
 * @param until last business day, or null while it lasts
 */
public record Responsibility(
    String memberId, String unitId, LocalDate since, @Nullable LocalDate until) {

  /** Whether it holds on {@code day}. */
  public boolean activeOn(LocalDate day) {
    return !day.isBefore(since) && (until == null || !day.isAfter(until));
  }
}

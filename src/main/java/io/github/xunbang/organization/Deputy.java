package io.github.xunbang.organization;

import java.time.LocalDate;

/**
 * Somebody who may do what a leader or manager may, up to a day (S-02), except deputing again.
 *
 * @param principalId whose rights
 * @param deputyId who has them too
 * @param since first business day
 * @param until last business day
 */
public record Deputy(String principalId, String deputyId, LocalDate since, LocalDate until) {

  /** Whether it holds on {@code day}. */
  public boolean activeOn(LocalDate day) {
    return !day.isBefore(since) && !day.isAfter(until);
  }
}

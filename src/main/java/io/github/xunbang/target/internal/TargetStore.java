package io.github.xunbang.target.internal;

import io.github.xunbang.calendar.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Targets as they were at most three seconds ago, and their changes. */
interface TargetStore {

  /** The recurring quotas. */
  TargetBook standing(String organizationId);

  /** The targets of periods that start in the calendar month in which {@code period} starts. */
  TargetBook startingWith(String organizationId, Period period);

  /** Who changes targets and when. */
  record Author(String memberId, LocalDate today, Instant at) {}

  /**
   * What a change did.
   *
   * @param before the state before, cancelled ones not counted, or null
   * @param after the state now; {@code before} itself when nothing changed
   */
  record Changed(TargetKey key, @Nullable Version before, Version after) {}

  /**
   * Adds a state to each target whose values differ from what is stored; all of one bucket at once,
   * durable when the call returns.
   */
  List<Changed> change(String organizationId, Map<TargetKey, Draft> drafts, Author author);
}

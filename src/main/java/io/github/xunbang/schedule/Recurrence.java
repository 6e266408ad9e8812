package io.github.xunbang.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that happens again and again in every organization, such as 催报 or 晨会 (design section
 * 7). Rooms implement it as a bean and say when it is next due; {@link Timetable} wakes it, once
 * across instances. There is one waiting job per organization, however many recurrences it has.
 */
public interface Recurrence {

  /** Unique and stable, English, dotted lower case: {@code digest.morning}. */
  String name();

  /** What people call it, Chinese; the name itself where that is what they type. */
  default String title() {
    return name();
  }

  /**
   * When it is due next, strictly after {@code after} (business time), to the minute; empty while
   * it is switched off or the organization is gone.
   */
  Optional<Instant> next(String organizationId, Instant after);

  /**
   * Does it. Must be idempotent: after a crash it runs again. An exception is retried with backoff
   * and ends as a dead job; other recurrences go on.
   *
   * @param dueAt the business instant it was due, however late it really runs
   */
  void run(String organizationId, Instant dueAt);

  /**
   * How long after its due time it is still worth doing; later it is dropped. Reminders grow stale,
   * boards and settlements never do (design section 7), which is the default.
   */
  default Duration keeps() {
    return Duration.ofDays(400);
  }
}

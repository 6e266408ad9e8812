package io.github.xunbang.task;

import java.time.LocalDate;

/**
 * A 待办 that is not closed yet (S-25).
 *
 * @param number people type {@code T3}
 * @param ownerId who has to do it
 * @param giverId who gave it; the owner for an own one
 * @param text as typed, phone numbers masked; not yet made harmless for a post
 * @param due last business day
 */
public record TodoItem(int number, String ownerId, String giverId, String text, LocalDate due) {

  /** Whether it should have been done before {@code day}. */
  public boolean overdueOn(LocalDate day) {
    return due.isBefore(day);
  }
}

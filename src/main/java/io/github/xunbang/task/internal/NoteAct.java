package io.github.xunbang.task.internal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did to a note; never changed afterwards.
 *
 * @param kind what
 * @param actorId who, or null for the author of an anonymous note
 * @param at UTC instant of business time
 * @param messageKey by which message
 * @param text what was said with it, the old text of a change, or empty
 */
record NoteAct(Kind kind, @Nullable String actorId, Instant at, String messageKey, String text) {

  /** What can be done to a note. */
  enum Kind {
    OPENED,
    REWORDED,
    ANSWERED,
    ADOPTED,
    CLOSED,
    MOVE_ASKED,
    MOVED,
    CANCELLED
  }
}

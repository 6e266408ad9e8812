package io.github.xunbang.digest.morning;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A 公告.
 *
 * @param number people type {@code 公告 取消 2}
 * @param text harmless lines
 * @param at ISO instant of business time at which it is or was said
 * @param state how far it is
 * @param key the message that gave it
 * @param doneBy the message that confirmed or cancelled it, or null
 */
record Announcement(
    int number, String text, String at, State state, String key, @Nullable String doneBy) {

  /** How far an announcement is. */
  enum State {
    DRAFT,
    PLANNED,
    SENT,
    CANCELLED
  }

  Instant instant() {
    return Instant.parse(at);
  }

  Announcement now(State next, Instant instant, @Nullable String by) {
    return new Announcement(number, text, instant.toString(), next, key, by);
  }
}

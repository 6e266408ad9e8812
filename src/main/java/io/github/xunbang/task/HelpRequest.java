package io.github.xunbang.task;

import java.time.Instant;

/**
 * A 求助 that nobody has answered yet (S-19).
 *
 * @param number people type {@code H3}
 * @param memberId who asks
 * @param text as typed, phone numbers masked; not yet made harmless for a post
 * @param at UTC instant of business time at which it was opened
 */
public record HelpRequest(int number, String memberId, String text, Instant at) {}

package io.github.xunbang.task;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A 建议 (S-20).
 *
 * @param number people type {@code S2}
 * @param memberId whose, or null for an anonymous one: the author is stored nowhere
 * @param text as typed, phone numbers masked; not yet made harmless for a post
 * @param day business day
 * @param answer the last answer, or empty
 */
public record Idea(
    int number, @Nullable String memberId, String text, LocalDate day, String answer) {}

package io.github.xunbang.task;

import java.time.LocalDate;

/**
 * What somebody saw a competitor do (S-21).
 *
 * @param number people type {@code C4}
 * @param memberId who noted it
 * @param brand the first word
 * @param text price and promotion as typed, phone numbers masked; not yet made harmless for a post
 * @param day business day
 */
public record CompetitorNote(
    int number, String memberId, String brand, String text, LocalDate day) {}

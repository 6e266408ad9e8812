package io.github.xunbang.target.internal;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One state of a target; states are added, never changed (S-146).
 *
 * @param number counts from 1
 * @param draft the values
 * @param since business day on which it was said; a recurring quota holds from it on
 * @param actorId member who said it
 * @param at UTC instant of business time
 */
record Version(int number, Draft draft, LocalDate since, String actorId, Instant at) {}

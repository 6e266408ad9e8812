package io.github.xunbang.incentive.register;

import java.time.Instant;

/**
 * Whom somebody votes for in one month (S-84).
 *
 * @param candidateId the member voted for
 * @param at when, UTC; of two the later counts
 */
record Ballot(String candidateId, Instant at) {}
